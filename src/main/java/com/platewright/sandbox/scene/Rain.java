// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** Three curtains of rain, the nearer the longer and faster; each streak brightens what is behind it. */
record Rain(int seed, Ink fog) {

    void paint(Strip strip, float time) {
        for (int layer = 1; layer <= 3; layer++) {
            float wide = 260f / layer;
            float stretch = 1.6f / layer;
            int columns = Curve.floor((strip.stage().aspect() + 0.06f) * wide) + 1;
            for (int column = 0; column < columns; column++) {
                float speed = 1.5f + 0.9f * layer + Noise.cell(column, layer, seed + 40);
                float start = 9 * Noise.cell(column, layer, seed + 41) - speed * time * stretch;
                for (int drop = Curve.floor(start); drop <= start + stretch; drop++) {
                    if (Noise.cell(column, drop, seed + 42 + layer) > 0.80f) {
                        streak(
                                strip,
                                (column + 0.5f) / wide,
                                (drop - start) / stretch,
                                0.5f / wide,
                                0.34f / stretch,
                                0.35f * layer);
                    }
                }
            }
        }
    }

    private void streak(Strip strip, float x0, float y0, float half, float length, float light) {
        float[] rgb = strip.rgb();
        float middle = x0 - 0.06f * (y0 + length / 2);
        float reach = half + 0.04f * length;
        strip.each(middle - reach, y0, middle + reach, y0 + length, (at, x, y) -> {
            float across = Math.abs(x + 0.06f * y - x0) / half;
            float along = (y - y0) / length;
            float fall =
                    light * Curve.step(0.55f, 0.05f, across) * Curve.step(0, 0.35f, along) * Curve.step(1, 0.4f, along);
            if (fall > 0) {
                float f = 1 + 0.8f * fall;
                rgb[at] = rgb[at] * f + fall * (0.012f + fog.r());
                rgb[at + 1] = rgb[at + 1] * f + fall * (0.014f + fog.g());
                rgb[at + 2] = rgb[at + 2] * f + fall * (0.018f + fog.b());
            }
        });
    }
}
