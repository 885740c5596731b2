// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.evidence;

/**
 * A sound track as asked.
 *
 * @param codec FFmpeg's name, such as {@code pcm_s24le}
 * @param sampleRate in Hz
 * @param bits of one sample; 0 where the codec has none (AAC)
 * @param language ISO 639-2; {@code und} where none was asked for
 */
public record TrackAsked(String codec, int sampleRate, int channels, int bits, String language) {}
