// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.evidence;

import com.platewright.media.ColourTags;
import com.platewright.media.MovieFacts;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import com.platewright.shot.TimeCode;
import java.util.List;
import java.util.Optional;

/**
 * A movie, as asked and as found.
 *
 * @param name of the deliverable, such as {@code review}
 * @param file as a person finds it
 * @param found empty where it was not or could not be decoded
 */
public record MovieEvidence(
        String name, String file, Origin origin, Optional<Asked> asked, Optional<MovieFacts> found) {

    /** Where a movie comes from. */
    public enum Origin {
        /** It came with the frames. It is counted and reported; what it ought to be nobody has promised. */
        PROVIDED,
        /** We wrote it, or it was handed over to be examined. */
        WRITTEN
    }

    /**
     * What the show asks of a movie.
     *
     * @param start time code of the first frame; empty where none was asked for
     * @param sound one for each sound track, in order
     */
    public record Asked(Coding coding, ColourTags tags, Optional<TimeCode> start, List<TrackAsked> sound) {
        public Asked {
            sound = List.copyOf(sound);
        }
    }

    /**
     * How its pictures are coded.
     *
     * @param codec FFmpeg's name of the codec (not of the encoder): {@code prores}, {@code h264}
     * @param pixelFormat FFmpeg's name, such as {@code yuv444p10le}
     */
    public record Coding(String codec, String pixelFormat, Resolution size, FrameRate rate) {}

    public static MovieEvidence provided(String file, Optional<MovieFacts> found) {
        return new MovieEvidence("provided", file, Origin.PROVIDED, Optional.empty(), found);
    }

    /** A movie that was handed over to be examined, and of which nobody says what it ought to be. */
    public static MovieEvidence examined(String file, Optional<MovieFacts> found) {
        return new MovieEvidence(file, file, Origin.WRITTEN, Optional.empty(), found);
    }

    public static MovieEvidence written(String name, String file, Asked asked, Optional<MovieFacts> found) {
        return new MovieEvidence(name, file, Origin.WRITTEN, Optional.of(asked), found);
    }
}
