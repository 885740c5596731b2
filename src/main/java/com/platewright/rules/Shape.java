// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import com.platewright.shot.Resolution;

/** The ratio of a picture's sides. */
final class Shape {
    /** Ratios whose quotient is nearer to 1 are one shape: sizes of a ratio are rounded to what coders take. */
    private static final double SAME = 0.01;

    private Shape() {}

    static boolean isSame(Resolution one, Resolution other) {
        return Math.abs(ratio(one) / ratio(other) - 1) <= SAME;
    }

    static boolean isVertical(Resolution size) {
        return size.height() > size.width();
    }

    private static double ratio(Resolution size) {
        return (double) size.width() / size.height();
    }
}
