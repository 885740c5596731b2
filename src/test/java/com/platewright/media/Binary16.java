// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** IEEE 754 binary16 by the book, slowly: what the kernels are compared with. */
public final class Binary16 {
    private static final int SMALLEST_EXPONENT = -24;

    private Binary16() {}

    /** The number that 16 bits stand for. */
    public static float value(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        double magnitude = exponent == 31
                ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                : exponent == 0
                        ? Math.scalb((double) fraction, SMALLEST_EXPONENT)
                        : Math.scalb(1024.0 + fraction, exponent - 25);
        return (float) (bits < 0 ? -magnitude : magnitude);
    }

    /** The nearest half of a finite number, the even one of two; infinity from 65520 on. */
    public static short nearest(float value) {
        int sign = Float.floatToRawIntBits(value) < 0 ? 0x8000 : 0;
        double magnitude = Math.abs((double) value);
        if (magnitude >= 65520) {
            return (short) (sign | 0x7c00);
        }
        int exponent =
                Math.max(magnitude == 0 ? SMALLEST_EXPONENT : Math.getExponent(magnitude) - 10, SMALLEST_EXPONENT);
        long steps = new BigDecimal(Math.scalb(magnitude, -exponent))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return (short) (sign + steps + (long) (exponent - SMALLEST_EXPONENT) * 1024);
    }
}
