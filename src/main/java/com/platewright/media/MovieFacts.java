// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import com.platewright.shot.TimeCode;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a movie file by opening it and decoding every frame and sample.
 *
 * @param container FFmpeg's name of the demuxer's first format, such as {@code mov}
 * @param codec such as {@code prores}
 * @param codecTag the four characters in the container, such as {@code ap4h}
 * @param profile FFmpeg's name of the codec's profile, empty where there is none
 * @param pixelFormat FFmpeg's name, such as {@code yuv444p10le}
 * @param frames decoded, not announced
 * @param containerTags what the container says before the stream is looked at
 * @param streamTags what the decoder took from the coded pictures themselves
 * @param levels what the decoded samples hold
 */
public record MovieFacts(
        String container,
        String codec,
        String codecTag,
        String profile,
        String pixelFormat,
        Resolution size,
        FrameRate rate,
        long frames,
        ColourTags containerTags,
        ColourTags streamTags,
        Optional<TimeCode> start,
        Levels levels,
        List<SoundFacts> sound) {

    /**
     * The code values of all decoded frames, in the coded bit depth.
     *
     * @param bits of one sample
     * @param outside the share of all luma and chroma samples, 0 to 1, outside the legal range of {@code bits}
     */
    public record Levels(
            int bits, int lumaLowest, int lumaHighest, int chromaLowest, int chromaHighest, double outside) {}

    public MovieFacts {
        sound = List.copyOf(sound);
    }
}
