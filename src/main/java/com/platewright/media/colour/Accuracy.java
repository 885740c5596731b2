// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * How far a fast transform is from OpenColorIO's values, in codes of 10 bit: 1023 of them are 1.0. Above 1.0, where a
 * display has no codes, the difference is relative to the value.
 *
 * @param usual what 99.9 % of the samples do not exceed
 * @param most the largest difference; infinite where only one of two samples is a number
 */
public record Accuracy(double usual, double most) {
    private static final double CODES = 1023;
    private static final double USUAL_BOUND = 1, BOUND = 4;

    /** Compares the red, green and blue of as many pixels of interleaved RGBA. */
    static Accuracy of(FloatBuffer exact, FloatBuffer fast) {
        int pixels = exact.remaining() / 4;
        float[] differences = new float[3 * pixels];
        for (int i = 0; i < differences.length; i++) {
            int sample = i / 3 * 4 + i % 3;
            differences[i] = difference(exact.get(exact.position() + sample), fast.get(fast.position() + sample));
        }
        Arrays.sort(differences);
        return new Accuracy(
                differences[(int) Math.ceil(0.999 * differences.length) - 1], differences[differences.length - 1]);
    }

    boolean isWithinBound() {
        return usual <= USUAL_BOUND && most <= BOUND;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "99.9 %% within %.2f and all within %.2f codes of 10 bit", up(usual), up(most));
    }

    /** To the next hundredth above, so that what is said holds. */
    private static double up(double codes) {
        return Math.ceil(100 * codes) / 100;
    }

    private static float difference(float exact, float fast) {
        if (Float.isNaN(exact) || Float.isNaN(fast) || Float.isInfinite(exact) || Float.isInfinite(fast)) {
            return Float.compare(exact, fast) == 0 ? 0 : Float.POSITIVE_INFINITY;
        }
        return (float) (CODES * Math.abs((double) exact - fast) / Math.max(1, Math.abs(exact)));
    }
}
