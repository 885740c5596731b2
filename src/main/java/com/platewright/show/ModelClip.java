// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.platewright.shot.FrameRate;
import java.util.List;

/**
 * What a clip of this model is.
 *
 * @param colourSpace of the EXR frames, by its name in the OCIO config
 * @param frames5s the numbers of frames that a clip of 5 s may have
 * @param frames10s the numbers of frames that a clip of 10 s may have
 */
public record ModelClip(
        @JsonDeserialize(using = ValueTexts.OfFrameRate.class)
        FrameRate frameRate,

        String colourSpace,
        @JsonProperty("frames_5s") List<Integer> frames5s,
        @JsonProperty("frames_10s") List<Integer> frames10s) {
    public ModelClip {
        frames5s = List.copyOf(frames5s);
        frames10s = List.copyOf(frames10s);
    }
}
