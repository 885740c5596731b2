// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import com.platewright.media.ExrCompression;
import com.platewright.shot.Resolution;

/**
 * A plate as wanted: half R, G, B, scan lines from the top, square pixels, data window = display window.
 *
 * @param size at most {@link ExrReader#LONGEST_SIDE} pixels on a side
 * @param dwaLevel of DWAA and DWAB only: 0 keeps the most, 45 is the library's default
 * @param alpha whether A is written too
 */
public record PlateSpec(Resolution size, ExrCompression compression, float dwaLevel, boolean alpha, PlateTags tags) {
    /** What OpenEXR takes where nobody says otherwise. */
    public static final float DEFAULT_DWA_LEVEL = 45;

    public PlateSpec {
        if (size.width() > ExrReader.LONGEST_SIDE || size.height() > ExrReader.LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a plate of " + size + " is larger than " + ExrReader.LONGEST_SIDE + " pixels on a side");
        }
        if (!(dwaLevel >= 0)) {
            throw new IllegalArgumentException("a DWA level is 0 or more, not " + dwaLevel);
        }
    }

    /** The same plate for another frame. */
    public PlateSpec with(PlateTags others) {
        return new PlateSpec(size, compression, dwaLevel, alpha, others);
    }

    boolean isDwa() {
        return compression == ExrCompression.DWAA || compression == ExrCompression.DWAB;
    }
}
