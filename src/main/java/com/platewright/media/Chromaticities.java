// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

/** CIE xy of a colour space's red, green, blue and white, as in OpenEXR's attribute {@code chromaticities}. */
public record Chromaticities(
        float redX, float redY, float greenX, float greenY, float blueX, float blueY, float whiteX, float whiteY) {

    /** AP0, the primaries of ACES2065-1 (SMPTE ST 2065-1), with the ACES white. */
    public static final Chromaticities AP0 =
            new Chromaticities(0.7347f, 0.2653f, 0f, 1f, 0.0001f, -0.0770f, 0.32168f, 0.33767f);

    /** AP1, the primaries of ACEScg (Academy S-2014-004), with the ACES white. */
    public static final Chromaticities AP1 =
            new Chromaticities(0.713f, 0.293f, 0.165f, 0.830f, 0.128f, 0.044f, 0.32168f, 0.33767f);

    /** Rec. ITU-R BT.709 with D65: what OpenEXR assumes where the attribute is absent. */
    public static final Chromaticities REC709 =
            new Chromaticities(0.64f, 0.33f, 0.30f, 0.60f, 0.15f, 0.06f, 0.3127f, 0.3290f);

    /** Whether every coordinate lies within 0.001 of the other's, the tolerance of the Color Interop Forum. */
    public boolean matches(Chromaticities other) {
        return near(redX, other.redX)
                && near(redY, other.redY)
                && near(greenX, other.greenX)
                && near(greenY, other.greenY)
                && near(blueX, other.blueX)
                && near(blueY, other.blueY)
                && near(whiteX, other.whiteX)
                && near(whiteY, other.whiteY);
    }

    private static boolean near(float a, float b) {
        return Math.abs(a - b) <= 0.001f;
    }
}
