// SPDX-License-Identifier: Apache-2.0
package com.platewright.shot;

/** A picture's size in pixels. */
public record Resolution(int width, int height) {
    public Resolution {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a picture cannot be " + width + "x" + height);
        }
    }

    public int pixels() {
        return Math.multiplyExact(width, height);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
