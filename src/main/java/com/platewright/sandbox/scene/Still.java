// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.io.IOException;
import java.nio.file.Path;

/** A still picture in sRGB (IEC 61966-2-1): red, green, blue of each pixel, lines from the top, code values from 0 to 1. */
final class Still {
    private final int width;
    private final int height;
    private final float[] codes;

    /** Opens stills. */
    interface Reader {
        /**
         * Reads a still.
         *
         * @throws IOException where the file is no picture, naming it
         */
        Still read(Path file) throws IOException;
    }

    /** A still of these code values, which are taken over, not copied. */
    Still(int width, int height, float... codes) {
        if (width < 1 || height < 1 || codes.length != width * height * 3) {
            throw new IllegalArgumentException(
                    "a still of " + width + "x" + height + " does not have " + codes.length + " samples");
        }
        this.width = width;
        this.height = height;
        this.codes = codes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The light of a sample, 0 to 1. */
    float light(int index) {
        float code = codes[index];
        return code <= 0.04045f ? Math.max(0, code) / 12.92f : (float) StrictMath.pow((code + 0.055) / 1.055, 2.4);
    }
}
