// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/**
 * The word SANDBOX in the upper right corner, where few burn-ins stand: small and half transparent, in strokes of our own.
 */
final class Mark {
    /** The height of a capital and the width of a stroke, in picture heights. */
    private static final float CAPITAL = 0.0165f;

    private static final float STROKE = 0.0021f;
    private static final float MARGIN = 0.030f;
    private static final float ADVANCE = 1.02f;

    /** Each letter: strokes of points (x, y), in heights of a capital, y down. */
    private static final float[][][] LETTERS = {
        {
            {
                .58f, .13f, .45f, 0, .15f, 0, 0, .13f, 0, .35f, .14f, .47f, .45f, .53f, .58f, .66f, .58f, .87f, .44f, 1,
                .13f, 1, 0, .88f
            }
        },
        {{0, 1, .30f, 0, .60f, 1}, {.11f, .66f, .49f, .66f}},
        {{0, 1, 0, 0, .58f, 1, .58f, 0}},
        {{0, 0, 0, 1, .30f, 1, .52f, .86f, .60f, .62f, .60f, .38f, .52f, .14f, .30f, 0, 0, 0}},
        {
            {0, 0, 0, 1, .42f, 1, .57f, .87f, .57f, .63f, .42f, .49f, 0, .49f},
            {.42f, .49f, .53f, .37f, .53f, .13f, .40f, 0, 0, 0}
        },
        {
            {
                .30f, 0, .09f, .12f, 0, .35f, 0, .65f, .09f, .88f, .30f, 1, .51f, .88f, .60f, .65f, .60f, .35f, .51f,
                .12f, .30f, 0
            }
        },
        {{0, 0, .58f, 1}, {.58f, 0, 0, 1}},
    };

    private final float left;
    private final float top;
    private final float right;
    private final float bottom;

    Mark(Stage stage) {
        right = stage.aspect() - MARGIN;
        top = MARGIN;
        bottom = top + CAPITAL;
        left = right - CAPITAL * (ADVANCE * (LETTERS.length - 1) + 0.60f);
    }

    void paint(Strip strip) {
        float soft = strip.stage().pixel() * 0.6f;
        float around = STROKE * 3;
        strip.each(left - around, top - around, right + around, bottom + around, (at, x, y) -> {
            float d = distance((x - left) / CAPITAL, (y - top) / CAPITAL) * CAPITAL - STROKE / 2;
            float ink = Curve.step(soft, -soft, d);
            float shade = Curve.step(around * 0.6f, 0, d);
            strip.over(at, 0.16f * shade, 0.05f, 0.05f, 0.05f);
            strip.over(at, 0.50f * ink, 0.62f, 0.62f, 0.62f);
        });
    }

    private static float distance(float x, float y) {
        float nearest = 10;
        for (int i = 0; i < LETTERS.length; i++) {
            float u = x - i * ADVANCE;
            if (u > -0.6f && u < 1.2f) {
                for (float[] stroke : LETTERS[i]) {
                    for (int p = 0; p + 3 < stroke.length; p += 2) {
                        nearest = Math.min(
                                nearest,
                                Shape.taper(u, y, stroke[p], stroke[p + 1], stroke[p + 2], stroke[p + 3], 0, 0));
                    }
                }
            }
        }
        return nearest;
    }
}
