// SPDX-License-Identifier: Apache-2.0
package com.platewright.frame;

/**
 * What one channel of one frame holds, counted over every sample. {@code lowest}, {@code peak} and {@code mean} are of the
 * finite samples; all three are 0 where there is none.
 *
 * @param samples all samples
 * @param nan samples that are not a number
 * @param infinite samples that are plus or minus infinity
 * @param negative finite samples below zero
 * @param aboveOne finite samples above 1.0
 * @param atCeiling samples at or beyond 65504, the largest half, in either sign
 */
public record ChannelMeasure(
        long samples,
        long nan,
        long infinite,
        long negative,
        long aboveOne,
        long atCeiling,
        float lowest,
        float peak,
        double mean) {

    /** The share of samples above 1.0, from 0 to 1. */
    public double shareAboveOne() {
        return samples == 0 ? 0 : (double) aboveOne / samples;
    }

    /** The share of samples below zero, from 0 to 1. */
    public double shareNegative() {
        return samples == 0 ? 0 : (double) negative / samples;
    }
}
