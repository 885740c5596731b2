// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How much of each pixel a drawing covers: text, a box, a mark.
 *
 * @param width pixels of a line
 * @param height lines
 * @param alpha line by line from the top, 0 for nothing to 255 for all, from position to limit; shared, not copied
 */
public record Coverage(int width, int height, ByteBuffer alpha) {
    public Coverage {
        if (width < 1 || height < 1 || alpha.remaining() != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    alpha.remaining() + " bytes are no coverage of " + width + "x" + height + " pixels");
        }
        alpha = alpha.slice().asReadOnlyBuffer();
    }

    /** A box that covers everything alike. */
    public static Coverage box(int width, int height, int alpha) {
        byte[] bytes = new byte[Math.multiplyExact(width, height)];
        Arrays.fill(bytes, (byte) alpha);
        return new Coverage(width, height, ByteBuffer.wrap(bytes));
    }

    /** 0 to 255; 0 outside the drawing. */
    int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : alpha.get(y * width + x) & 0xff;
    }
}
