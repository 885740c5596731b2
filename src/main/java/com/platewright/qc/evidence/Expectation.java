// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.evidence;

import com.platewright.media.ExrCompression;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import com.platewright.shot.TimeCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the plan asks of the clip as a whole. What it asks of one movie or sound stands with that movie or sound.
 *
 * @param frameCounts accepted numbers of frames; empty where any number is right, as for an import
 * @param rate of the picture; without it sound cannot be compared with picture, and no plates can be asked for
 * @param hdr whether the clip was ordered in HDR, and so has to hold samples above 1.0
 * @param plates what the plates have to be; empty where none are made
 * @param sound how far sound may be fitted to the picture; empty where nothing was to be fitted
 */
public record Expectation(
        List<Integer> frameCounts,
        Optional<FrameRate> rate,
        boolean hdr,
        Optional<Plates> plates,
        Optional<SoundRule> sound) {
    /** Nothing is asked: for files that are examined without a request. */
    public static final Expectation NONE =
            new Expectation(List.of(), Optional.empty(), false, Optional.empty(), Optional.empty());

    public Expectation {
        frameCounts = Set.copyOf(frameCounts).stream().sorted().toList();
        if (plates.isPresent() && rate.isEmpty()) {
            throw new IllegalArgumentException("plates carry a frame rate and a time code: say the rate");
        }
    }

    /**
     * The plates as asked: half-float R, G, B whose data window is the display window.
     *
     * @param first number of the first plate
     * @param colour the space of the samples; empty where the space has no primaries, such as raw data
     * @param start time code of the first plate
     */
    public record Plates(
            int first, Resolution size, ExrCompression compression, Optional<DeclaredColour> colour, TimeCode start) {}

    /**
     * How sound is made to fit.
     *
     * @param padUpToFrames silence that may be added at the end, in frames
     * @param mayTrim whether sound beyond the picture may be cut off
     */
    public record SoundRule(int padUpToFrames, boolean mayTrim) {}
}
