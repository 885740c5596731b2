// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

/**
 * What was found by decoding one sound track from its first sample to its last.
 *
 * @param codec FFmpeg's name, such as {@code pcm_s24le}
 * @param sampleRate in Hz
 * @param bits bits of one sample as coded; 0 where the codec has none (AAC)
 * @param samples per channel, after the container's edit list
 * @param language ISO 639-2, {@code und} where the file is silent
 * @param peak the largest magnitude, 1.0 being full scale
 */
public record SoundFacts(
        String codec, int sampleRate, int channels, int bits, long samples, String language, double peak) {}
