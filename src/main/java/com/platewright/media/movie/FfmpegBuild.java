// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.Codecs;
import com.platewright.binding.ffmpeg.MediaSink;
import com.platewright.media.ColourTags;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which FFmpeg this is: for the manifest, and for a look at the machine before work begins. */
public final class FfmpegBuild {
    /** x264 and x265 sign the first picture of a stream, and nothing else tells their version. */
    private static final Pattern SIGNATURE =
            Pattern.compile("x26[45] (?:- core|\\(build) [^\\x00:\\[]{1,60}?(?= - H\\.26|:|\\[)");

    private FfmpegBuild() {}

    /**
     * The versions of FFmpeg, its libraries, x264 and x265, by name.
     *
     * @throws IOException when the temporary folder refuses
     */
    public static Map<String, String> libraries() throws IOException {
        Map<String, String> versions = new TreeMap<>(Codecs.versions());
        for (String encoder : List.of("libx264", "libx265")) {
            if (Codecs.hasEncoder(encoder)) {
                signature(encoder).ifPresent(text -> versions.put(encoder.substring("lib".length()), text));
            }
        }
        return versions;
    }

    /** Of each encoder whether it is there, in the order asked. */
    public static Map<String, Boolean> encoders(List<String> names) {
        Map<String, Boolean> there = new LinkedHashMap<>();
        names.forEach(name -> there.put(name, Codecs.hasEncoder(name)));
        return there;
    }

    /**
     * The codec that an encoder writes, by FFmpeg's name: {@code prores} for {@code prores_ks}.
     *
     * @throws IllegalArgumentException for an encoder that is not there
     */
    public static String codec(String encoder) {
        return Codecs.codecOf(encoder);
    }

    private static Optional<String> signature(String encoder) throws IOException {
        MovieSpec spec = new MovieSpec(
                new Resolution(64, 64),
                FrameRate.FILM,
                new PictureCoding(encoder, "yuv420p", Map.of("preset", "ultrafast"), ColourTags.REC709, 1),
                Optional.empty(),
                List.of(),
                Map.of());
        Path file = Files.createTempFile("platewright", ".bin");
        try {
            try (MediaSink sink = MediaSink.create(file, encoder.equals("libx264") ? "h264" : "hevc", Map.of());
                    PictureTrack pictures = PictureTrack.open(sink, spec, 1)) {
                sink.begin(Map.of());
                MoviePicture picture = pictures.borrow();
                pictures.encode(picture, 0);
                pictures.giveBack(picture);
                pictures.finish();
                sink.finish();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            Matcher found = SIGNATURE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return found.find() ? Optional.of(found.group().strip()) : Optional.empty();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
