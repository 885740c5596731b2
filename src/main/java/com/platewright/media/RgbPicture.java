// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

import com.platewright.shot.Resolution;

/**
 * A picture for the eye: R'G'B', 8 bits, full range, interleaved, top line first. The array is the picture: whoever
 * draws, draws there.
 */
public final class RgbPicture {
    public static final int CHANNELS = 3;

    private final Resolution size;
    private final byte[] pixels;

    private RgbPicture(Resolution size, byte[] pixels) {
        this.size = size;
        this.pixels = pixels;
    }

    /** A black picture. */
    public static RgbPicture allocate(Resolution size) {
        return new RgbPicture(size, new byte[Math.multiplyExact(size.pixels(), CHANNELS)]);
    }

    public Resolution size() {
        return size;
    }

    /** The samples, red, green, blue of the top left pixel first, unsigned. */
    public byte[] pixels() {
        return pixels;
    }

    /** Where in the array a pixel begins. */
    public int index(int x, int y) {
        return (y * size.width() + x) * CHANNELS;
    }
}
