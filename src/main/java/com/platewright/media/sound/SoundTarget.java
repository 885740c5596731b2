// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

/**
 * What a sound must become to fit a picture.
 *
 * @param sampleRate in Hz
 * @param samples per channel, exactly
 * @param offset in seconds, from the picture's start to the sound's: above zero the sound starts late, after silence;
 *     below zero its beginning is left out. Rounded to the nearest sample at the target rate
 */
public record SoundTarget(int sampleRate, long samples, double offset) {
    public SoundTarget {
        if (sampleRate <= 0 || samples <= 0 || !Double.isFinite(offset)) {
            throw new IllegalArgumentException(
                    samples + " samples at " + sampleRate + " Hz from " + offset + " s are no target for a sound");
        }
    }

    public long offsetSamples() {
        return Math.round(offset * sampleRate);
    }
}
