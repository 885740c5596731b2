// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/**
 * A little grain, as film and sensors have it: its spread grows with the square root of the light. It gives codecs what they
 * meet in real footage, and differs in every frame.
 */
final class Grain {
    private static final float STRENGTH = 0.022f;

    /** Light below which grain shrinks no further. */
    private static final float FLOOR = 0.0006f;

    private Grain() {}

    static void add(Strip strip, int frame, float amount) {
        float[] rgb = strip.rgb();
        Stage stage = strip.stage();
        float strength = STRENGTH * amount;
        for (int line = strip.first(); line < strip.end(); line++) {
            int row = Noise.hash(line * 0x1F1F + frame * 0x2C1B3C6D);
            int at = strip.at(0, line);
            for (int column = 0; column < stage.width(); column++, at += 3) {
                int h = Noise.hash(row + column);
                float all = bell(h) * 0.75f;
                h = h * 0x2545F491 + 0x1234567;
                rgb[at] = grainy(rgb[at], strength * (all + 0.5f * unit(h)));
                rgb[at + 1] = grainy(rgb[at + 1], strength * (all + 0.5f * unit(h << 8)));
                rgb[at + 2] = grainy(rgb[at + 2], strength * (all + 0.5f * unit(h << 16)));
            }
        }
    }

    private static float grainy(float light, float by) {
        float grainy = light + by * (float) Math.sqrt(light + FLOOR);
        return grainy > 0 ? grainy : 0;
    }

    /** -1 to 1, most often near 0. */
    private static float bell(int hash) {
        return ((hash & 0xFFFF) + (hash >>> 16)) * 0x1p-16f - 1;
    }

    /** -1 to 1. */
    private static float unit(int hash) {
        return (hash >> 8) * 0x1p-23f;
    }
}
