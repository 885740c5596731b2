// SPDX-License-Identifier: Apache-2.0
package com.platewright.kernels;

import com.platewright.media.ColourTags;
import com.platewright.media.movie.MovieSpec;
import com.platewright.media.movie.PictureCoding;
import com.platewright.media.pixel.YuvLayout;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The movies of the show {@code benchmark}, with its settings (pipeline-configs/benchmark.yaml). */
public enum Coding {
    PRORES("prores_ks", YuvLayout.YUV444P10, ".mov"),
    H264("libx264", YuvLayout.YUV420P8, ".mp4");

    private final String encoder;
    private final YuvLayout layout;
    private final String suffix;

    Coding(String encoder, YuvLayout layout, String suffix) {
        this.encoder = encoder;
        this.layout = layout;
        this.suffix = suffix;
    }

    YuvLayout layout() {
        return layout;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT) + suffix;
    }

    /** Without sound, which costs next to nothing. */
    MovieSpec movie(Resolution size) {
        PictureCoding coding = new PictureCoding(encoder, layout.ffmpegName(), options(), ColourTags.REC709, 0);
        return new MovieSpec(size, FrameRate.FILM, coding, Optional.empty(), List.of(), Map.of());
    }

    private Map<String, String> options() {
        return switch (this) {
            case PRORES -> Map.of("profile", "4444", "qscale", "9", "vendor", "apl0");
            case H264 -> Map.of("preset", "medium", "crf", "18");
        };
    }
}
