// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

/**
 * What was done to a sound to make it fit; whether that may be done is for others to judge. Counts are samples per
 * channel at the target rate. Always {@code leading + held - cut - trimmed + padded} is the target's length.
 *
 * @param fromRate the file's sample rate in Hz; resampled when it differs from {@code toRate}
 * @param held the length of the file's sound: its samples times the ratio of the rates, rounded to the nearest
 * @param offset as asked
 * @param leading silence put before the sound
 * @param cut sound left out at the beginning
 * @param trimmed sound left out at the end
 * @param padded silence put after the sound
 * @param clipped values of all channels beyond full scale, limited to it
 */
public record Conformed(
        int fromRate,
        int toRate,
        long held,
        long offset,
        long leading,
        long cut,
        long trimmed,
        long padded,
        long clipped) {
    static Conformed of(int fromRate, SoundTarget target, long held, long clipped) {
        long offset = target.offsetSamples();
        long leading = Math.min(Math.max(offset, 0), target.samples());
        long cut = Math.min(Math.max(-offset, 0), held);
        long trimmed = Math.min(Math.max(offset + held - target.samples(), 0), held - cut);
        long padded = target.samples() - leading - (held - cut - trimmed);
        return new Conformed(fromRate, target.sampleRate(), held, offset, leading, cut, trimmed, padded, clipped);
    }

    public boolean resampled() {
        return fromRate != toRate;
    }
}
