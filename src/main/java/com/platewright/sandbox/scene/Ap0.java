// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/**
 * From linear light with the primaries and white of Rec. ITU-R BT.709 to ACES2065-1 (AP0, white of ACES; Bradford). All nine
 * factors are positive: what is not negative stays so.
 */
final class Ap0 {
    private Ap0() {}

    /** Four samples a pixel from three; alpha is 1. */
    static float[] of(float[] rgb) {
        float[] rgba = new float[rgb.length / 3 * 4];
        for (int i = 0, o = 0; i < rgb.length; i += 3, o += 4) {
            float r = rgb[i];
            float g = rgb[i + 1];
            float b = rgb[i + 2];
            rgba[o] = 0.43963298f * r + 0.3829887f * g + 0.17737833f * b;
            rgba[o + 1] = 0.08977644f * r + 0.8134394f * g + 0.09678413f * b;
            rgba[o + 2] = 0.01754117f * r + 0.11154655f * g + 0.87091225f * b;
            rgba[o + 3] = 1;
        }
        return rgba;
    }
}
