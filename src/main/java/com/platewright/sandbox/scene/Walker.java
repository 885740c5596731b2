// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/**
 * Someone in a coat under an umbrella, seen from behind, and the reflection at their feet.
 *
 * @param fog the light of the air, which is all that falls on them from here
 * @param left the light that rims them from the left
 * @param right the light that rims them from the right
 */
record Walker(int seed, Ink fog, Ink left, Ink right) {

    /** At {@code (cx, foot)}, {@code size} high. */
    void paint(Strip strip, float cx, float foot, float size, float time) {
        float step = Curve.sin(time * 4.2f);
        float soft = strip.stage().pixel() / size;
        strip.each(cx - 0.5f * size, foot - 1.25f * size, cx + 0.5f * size, foot + 0.9f * size, (at, x, y) -> {
            float u = (x - cx) / size;
            float v = (y - foot) / size;
            if (v > 0.01f) {
                float shown = figure(u + 0.04f * Noise.value(v * 30, u * 3 + time * 2, seed), -v, step);
                strip.over(at, 0.72f * Curve.step(0.03f, -0.03f, shown) * Curve.step(0.85f, 0.1f, v), fog.times(0.25f));
                return;
            }
            float d = figure(u, v, step);
            float canopy = canopy(u, v);
            Ink side = left.mix(right, Curve.step(-0.25f, 0.25f, u));
            float rim = Curve.step(-0.030f, 0, d) * Curve.step(0.02f, 0.12f, Math.abs(u + 0.01f));
            strip.over(at, Curve.step(soft, -soft, d), fog.times(0.22f).plus(side.times(0.55f * rim * rim)));
            float rib = Curve.step(0.93f, 1, Math.abs(Curve.sin(u * 11)));
            float edge = Curve.step(-0.025f, 0, canopy);
            Ink skin = fog.times(0.8f)
                    .plus(side.times(0.10f + 0.30f * edge + 0.10f * rib))
                    .plus(Ink.WHITE.times(0.05f * edge));
            strip.over(at, 0.90f * Curve.step(soft, -soft, canopy), skin);
        });
    }

    private static float canopy(float u, float v) {
        float dome = Shape.ellipse(u, v, 0.03f, -0.93f, 0.34f, 0.22f, 0);
        float scallop = 0.018f * Math.abs(Curve.sin(u * 14));
        return Math.max(dome, v + 0.93f - scallop);
    }

    private static float figure(float u, float v, float step) {
        float coat = Shape.taper(u, v, 0, -0.78f, 0, -0.42f, 0.085f, 0.135f);
        float head = Shape.circle(u, v, 0, -0.915f, 0.058f);
        float left = Shape.taper(
                u, v, -0.05f, -0.36f, -0.05f - 0.02f * step, -0.03f - 0.03f * Math.max(0, step), 0.05f, 0.034f);
        float right = Shape.taper(
                u, v, 0.05f, -0.36f, 0.05f - 0.02f * step, -0.03f - 0.03f * Math.max(0, -step), 0.05f, 0.034f);
        float stick = Shape.taper(u, v, 0.09f, -0.62f, 0.03f, -1.17f, 0.006f, 0.005f);
        float arm = Shape.taper(u, v, 0.06f, -0.76f, 0.10f, -0.60f, 0.04f, 0.03f);
        float body = Shape.join(Shape.join(coat, head, 0.04f), arm, 0.02f);
        return Math.min(Math.min(body, stick), Math.min(left, right));
    }
}
