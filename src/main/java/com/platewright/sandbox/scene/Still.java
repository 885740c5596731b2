// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A still picture for a display: red, green, blue of each pixel, lines from the top, code values from 0 to 1. They are taken for
 * those of the movie, as they are: where a still stands, the movie shows its codes.
 */
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

    /** The code values; not to be changed. */
    float[] codes() {
        return codes;
    }
}
