// SPDX-License-Identifier: Apache-2.0
package com.platewright.shot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Frames per second as an exact ratio in lowest terms: 24/1, 24000/1001. */
public record FrameRate(int numerator, int denominator) {
    public static final FrameRate FILM = new FrameRate(24, 1);

    private static final Pattern RATIO = Pattern.compile("(\\d{1,6})(?:/(\\d{1,5}))?");

    public FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException(
                    "a frame rate is a positive ratio, not " + numerator + "/" + denominator);
        }
        int divisor = gcd(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    /** Reads {@code 24} or {@code 24000/1001}. A decimal fraction such as 23.976 is refused: it is not a rate. */
    public static FrameRate parse(String text) {
        Matcher ratio = RATIO.matcher(text.strip());
        if (!ratio.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a frame rate; write a whole number or a ratio, such as 24 or 24000/1001");
        }
        String below = ratio.group(2);
        return new FrameRate(Integer.parseInt(ratio.group(1)), below == null ? 1 : Integer.parseInt(below));
    }

    /**
     * The number of sound samples that belong to the first {@code frames} frames, rounded to the nearest sample (exact
     * at 24 and at 24000/1001 frames per second with 48 kHz).
     */
    public long samples(long frames, int sampleRate) {
        long scaled = frames * denominator * sampleRate;
        return (2 * scaled + numerator) / (2L * numerator);
    }

    public double seconds(long frames) {
        return (double) frames * denominator / numerator;
    }

    /** Whole frames in one second of time code: 24 for 24000/1001. */
    public int timeBase() {
        return (int) Math.round((double) numerator / denominator);
    }

    @Override
    public String toString() {
        return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
