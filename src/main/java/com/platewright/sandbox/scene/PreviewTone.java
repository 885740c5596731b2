// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/**
 * How the light of a scene is shown on a display of Rec. ITU-R BT.709: what is darker than half of white as it is, what is
 * brighter along a shoulder that never reaches the display's white, channel by channel, so that a highlight pales. The code
 * is the inverse of a display's 2.4 (Rec. ITU-R BT.1886 with a black of 0).
 */
final class PreviewTone {
    private static final float KNEE = 0.5f;
    private static final double DISPLAY = 2.4;

    /** Of a positive float, sign and the lower bits cut off: 9 bits of fraction are a third of an 8 bit code. */
    private static final int CUT = 14;

    private static final float[] CODES = codes();

    /** What white stands for when a picture becomes light: {@link #shown} never reaches 1. It is 253 of 255 again. */
    private static final double WHITE = 0.985;

    /** The code from which the highlights of a still are held back, in clips with a high dynamic range. */
    private static final float BEND = 0.8f;

    private static final float PLATE_GAIN = 1.25f;

    private static final int LIGHTS = 4096;
    private static final float[] LIGHT = light();

    private PreviewTone() {}

    /** ACES2065-1 to R'G'B', 0 to 1, in place; four samples a pixel. The matrix is the inverse of {@link Ap0}'s. */
    static void apply(float[] rgba) {
        for (int i = 0; i < rgba.length; i += 4) {
            float r = rgba[i];
            float g = rgba[i + 1];
            float b = rgba[i + 2];
            rgba[i] = code(2.5216863f * r - 1.134131f * g - 0.3875552f * b);
            rgba[i + 1] = code(-0.2764799f * r + 1.372719f * g - 0.09623917f * b);
            rgba[i + 2] = code(-0.01537806f * r - 0.15297534f * g + 1.1683534f * b);
        }
    }

    /** The light that is shown as this code, 0 to 1, up to white, which stands for light of 16.7. */
    static float light(float code) {
        float place = Curve.clamp(code) * LIGHTS;
        int below = Math.min(LIGHTS - 1, (int) place);
        return Curve.mix(LIGHT[below], LIGHT[below + 1], place - below);
    }

    /**
     * The light of a still in a clip with a high dynamic range, 0 to 1.4: so that it is the still again both through this tone and
     * through the SDR view of ACES 1.x, which shows mid grey darker than this tone does and lets saturated highlights pale
     * sooner. The structural similarity with photographs is 0.95 or better through either.
     */
    static float plateLight(float code) {
        float bent = code <= BEND ? code : BEND + (code - BEND) / 2;
        return PLATE_GAIN * light(bent);
    }

    private static float[] light() {
        float[] lights = new float[LIGHTS + 1];
        for (int i = 0; i <= LIGHTS; i++) {
            double shown = Math.min(WHITE, StrictMath.pow((double) i / LIGHTS, DISPLAY));
            double room = 1 - KNEE;
            lights[i] = (float) (shown <= KNEE ? shown : KNEE + room * (shown - KNEE) / (1 - shown));
        }
        return lights;
    }

    private static float code(float light) {
        return light > 0 ? CODES[Float.floatToRawIntBits(light) >>> CUT] : 0;
    }

    private static float[] codes() {
        float[] codes = new float[1 << (31 - CUT)];
        for (int i = 0; i < codes.length; i++) {
            float light = Float.intBitsToFloat(i << CUT | 1 << (CUT - 1));
            codes[i] = light < Float.POSITIVE_INFINITY ? (float) StrictMath.pow(shown(light), 1 / DISPLAY) : 1;
        }
        return codes;
    }

    private static double shown(double light) {
        double room = 1 - KNEE;
        double over = (light - KNEE) / room;
        return light <= KNEE ? light : KNEE + room * over / (1 + over);
    }
}
