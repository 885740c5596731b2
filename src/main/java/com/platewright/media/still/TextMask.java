// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import com.platewright.media.RgbPicture;

/** A drawn text as coverage: how much of each pixel is ink, 0 to 255. Shared, so never written. */
public final class TextMask {
    private final int width;
    private final int height;
    private final byte[] coverage;

    TextMask(int width, int height, byte[] coverage) {
        this.width = width;
        this.height = height;
        this.coverage = coverage;
    }

    /** In pixels; 0 for an empty text. */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The coverage of a pixel, 0 to 255. */
    public int coverage(int x, int y) {
        return coverage[y * width + x] & 0xff;
    }

    /** Copies another mask into this one while it is being made. */
    void paste(TextMask other, int x) {
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    other.coverage, y * other.width, coverage, y * width + x, Math.min(other.width, width - x));
        }
    }

    /**
     * Draws the text onto a picture; what falls outside is left out.
     *
     * @param x of the mask's left edge
     * @param y of the mask's top edge
     */
    public void draw(RgbPicture onto, int x, int y, Colour colour) {
        for (int row = Math.max(0, -y); row < Math.min(height, onto.size().height() - y); row++) {
            for (int column = Math.max(0, -x);
                    column < Math.min(width, onto.size().width() - x);
                    column++) {
                int ink = coverage(column, row);
                if (ink > 0) {
                    colour.blend(onto.pixels(), onto.index(x + column, y + row), ink);
                }
            }
        }
    }
}
