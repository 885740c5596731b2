// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import com.platewright.media.RgbPicture;
import com.platewright.shot.Resolution;

/** A still as it was read: R'G'B' code values from 0 to 1, interleaved, top line first. */
public final class Still {
    private final Resolution size;
    private final int bits;
    private final float[] rgb;

    Still(Resolution size, int bits, float[] rgb) {
        this.size = size;
        this.bits = bits;
        this.rgb = rgb;
    }

    public Resolution size() {
        return size;
    }

    /** 8, or 16 for files with more than 8 bits a sample. */
    public int bits() {
        return bits;
    }

    /** Red, green, blue of the top left pixel first. The array is the still's own. */
    public float[] rgb() {
        return rgb;
    }

    /** The same in 8 bits, rounded to the nearest. */
    public RgbPicture picture() {
        RgbPicture picture = RgbPicture.allocate(size);
        byte[] pixels = picture.pixels();
        for (int i = 0; i < rgb.length; i++) {
            pixels[i] = (byte) Math.round(255 * rgb[i]);
        }
        return picture;
    }
}
