// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;

/**
 * What a movie says of its pictures, found by its packets and its first picture.
 *
 * @param frames that its packets hold; only decoding proves it
 * @param chroma FFmpeg's name of the place of chroma samples, such as {@code left}; {@code unspecified} where it is silent
 * @param containerTags what the container says
 * @param streamTags what the first coded picture says
 * @param sound whether there is a track of sound
 */
public record MovieOutline(
        Resolution size,
        FrameRate rate,
        int frames,
        SampleFormat format,
        String chroma,
        ColourTags containerTags,
        ColourTags streamTags,
        boolean sound) {

    /** What coded pictures and container say together; where they differ, the pictures are believed. */
    public ColourTags tags() {
        return streamTags.or(containerTags);
    }
}
