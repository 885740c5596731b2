// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

/**
 * The ticks a second in which a movie's edit lists count. FFmpeg's default of 1000 would round the length of a sound
 * track to the next millisecond, so the least number is taken in which both frames and samples are whole.
 */
final class Timescale {
    /** QuickTime's times are 32 bits wide: with more ticks than this an hour would not fit. */
    private static final long MOST = 1_000_000;

    private Timescale() {}

    static int of(MovieSpec spec) {
        long ticks = spec.rate().numerator();
        for (SoundTrack track : spec.sound()) {
            ticks = leastCommonMultiple(ticks, track.sound().sampleRate());
        }
        return (int) Math.min(ticks, MOST);
    }

    private static long leastCommonMultiple(long a, long b) {
        return a / greatestCommonDivisor(a, b) * b;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
