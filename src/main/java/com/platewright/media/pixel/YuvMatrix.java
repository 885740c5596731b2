// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

/** Weights of red and blue in luma, KR and KB (ITU-T H.273, table 4, MatrixCoefficients). */
public enum YuvMatrix {
    /** MatrixCoefficients 1. */
    BT709(0.2126, 0.0722),
    /** MatrixCoefficients 5 and 6, of ITU-R BT.601. */
    BT601(0.299, 0.114),
    /** MatrixCoefficients 9, non-constant luminance. */
    BT2020NC(0.2627, 0.0593);

    private final double kr;
    private final double kb;

    YuvMatrix(double kr, double kb) {
        this.kr = kr;
        this.kb = kb;
    }

    public double kr() {
        return kr;
    }

    public double kb() {
        return kb;
    }
}
