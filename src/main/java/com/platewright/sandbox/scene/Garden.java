// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.ArrayList;
import java.util.List;

/** Leaves, light between them and a low sun, all far behind the focus. */
final class Garden {
    private static final Ink SHADE = new Ink(0.004f, 0.022f, 0.013f);
    private static final Ink LEAF = new Ink(0.035f, 0.16f, 0.028f);
    private static final Ink YOUNG = new Ink(0.22f, 0.42f, 0.05f);
    private static final Ink HAZE = new Ink(1.15f, 0.78f, 0.30f);
    private static final Ink SUN = new Ink(1.0f, 0.80f, 0.48f);

    /** Where the sun's disc, out of focus, ends. */
    private static final float EDGE = 0.036f;

    private final float sunX;
    private final float sunY;
    private final Layer far;
    private final Bokeh near;
    private final float margin = 0.12f;
    private final float aspect;

    Garden(Stage stage, Dice dice) {
        aspect = stage.aspect();
        sunX = aspect * dice.in(0.12f, 0.16f);
        sunY = dice.in(0.13f, 0.18f);
        int seed = dice.seed();
        List<Bokeh.Disc> behind = discs(dice, 260, 0.012f, 0.060f, 0.4f);
        far = Layer.paint(
                aspect + 2 * margin,
                1 + 2 * margin,
                stage.height() * 0.5f,
                1,
                (x, y, rgba) -> leaves(x - margin, y - margin, seed, behind, rgba));
        near = new Bokeh(discs(dice, 30, 0.030f, 0.085f, 0.16f));
    }

    /** Soft masses of leaves, lit the more the nearer they are to the sun. */
    private void leaves(float x, float y, int seed, List<Bokeh.Disc> discs, float[] rgba) {
        float warpX = Noise.layered(x * 1.7f, y * 1.7f, 2, seed + 3) - 0.5f;
        float warpY = Noise.layered(x * 1.7f + 5, y * 1.7f, 2, seed + 4) - 0.5f;
        float mass = Noise.layered(x * 2.2f + warpX * 1.6f, y * 2.2f + warpY * 1.6f, 3, seed);
        float gap = Noise.value(x * 6.5f + warpY * 3, y * 6.5f + warpX * 3, seed + 7);
        float d = Curve.length(x - sunX, (y - sunY) * 1.15f);
        float warm = 1 / (1 + d * d * 6);
        Ink leaf = SHADE.mix(LEAF, Curve.step(0.36f, 0.62f, mass + 0.20f * warm));
        leaf = leaf.mix(YOUNG, Curve.step(0.52f, 0.95f, gap * 0.55f + mass * 0.65f) * (0.25f + 0.75f * warm));
        float beam = 0.75f + 0.5f * Noise.value(Curve.angle(y - sunY, x - sunX) * 7, 3, seed + 11);
        leaf = leaf.times(0.55f + 1.7f * warm * beam).plus(HAZE.times(0.62f * warm * warm * warm * beam));
        float floor = Curve.step(0.45f, 1.1f, y) * Curve.step(0.2f, 0.9f, x);
        leaf = leaf.times(1 - 0.60f * floor);
        rgba[0] = leaf.r();
        rgba[1] = leaf.g();
        rgba[2] = leaf.b();
        rgba[3] = 1;
        for (Bokeh.Disc disc : discs) {
            float dx = x - disc.x();
            float dy = y - disc.y();
            float r2 = dx * dx + dy * dy;
            if (r2 < disc.radius() * disc.radius()) {
                float f = Bokeh.light((float) Math.sqrt(r2) / disc.radius(), disc.soft());
                rgba[0] += f * disc.ink().r();
                rgba[1] += f * disc.ink().g();
                rgba[2] += f * disc.ink().b();
            }
        }
    }

    private List<Bokeh.Disc> discs(Dice dice, int count, float small, float large, float soft) {
        List<Bokeh.Disc> discs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Most gather along a diagonal from the sun, as light falls through trees.
            float along = dice.next() * dice.next();
            float x = Curve.mix(sunX, aspect * 1.05f, along) + dice.in(-0.42f, 0.42f) * (0.35f + along);
            float y = Curve.mix(sunY, 0.95f, along) + dice.in(-0.42f, 0.42f) * (0.35f + along * 0.8f);
            float size = dice.next();
            float radius = Curve.mix(small, large, size * size);
            float near = 1 / (1 + 9 * ((x - sunX) * (x - sunX) + (y - sunY) * (y - sunY)));
            float bright = dice.next();
            float light = (0.05f + 1.5f * bright * bright * bright) * (0.22f + 1.6f * near);
            Ink ink = dice.next() < 0.72f
                    ? YOUNG.mix(HAZE, dice.next() * 0.8f + 0.2f * near)
                    : new Ink(0.9f, 0.25f, 0.16f).mix(HAZE, dice.next());
            discs.add(new Bokeh.Disc(x, y, radius, soft, ink.times(light)));
        }
        return discs;
    }

    Scene.Moment at(float time, float dx, float dy) {
        float flicker = 1 + 0.10f * Curve.sin(time * 2.1f) + 0.06f * Curve.sin(time * 5.3f);
        return strip -> {
            far.fill(strip, margin - dx, margin - dy);
            near.paint(strip, dx * 1.6f, dy * 1.6f);
            sun(strip, dx, dy, flicker);
        };
    }

    private void sun(Strip strip, float dx, float dy, float flicker) {
        float cx = sunX + dx;
        float cy = sunY + dy;
        strip.each(0, 0, strip.stage().aspect(), 1, (at, x, y) -> {
            float far2 = (x - cx) * (x - cx) + (y - cy) * (y - cy);
            float disc = far2 < EDGE * EDGE ? Curve.step(EDGE, EDGE / 2, (float) Math.sqrt(far2)) : 0;
            float halo = 0.0030f / (0.0011f + far2) + 0.03f / (0.07f + far2);
            strip.add(at, flicker * (110 * disc + halo), SUN);
        });
    }

    /** What the lens makes of the sun: a veil and a few ghosts on the line through the picture's middle. */
    Scene.Moment flare(float time, float dx, float dy) {
        float ax = aspect / 2 - sunX - dx;
        float ay = 0.5f - sunY - dy;
        float glow = 1 + 0.12f * Curve.sin(time * 2.1f);
        float[][] ghosts = {
            {0.55f, 0.030f, 0.05f}, {1.28f, 0.055f, 0.035f}, {1.55f, 0.022f, 0.06f}, {1.9f, 0.10f, 0.02f}
        };
        return strip -> {
            for (int i = 0; i < ghosts.length; i++) {
                float[] g = ghosts[i];
                Ink ink = new Ink(1.0f, 0.62f - 0.1f * i, 0.25f + 0.12f * i);
                Bokeh.Disc disc = new Bokeh.Disc(0, 0, g[1], 0.3f, ink);
                Bokeh.paint(strip, disc, sunX + dx + ax * g[0], sunY + dy + ay * g[0], g[2] * glow);
            }
        };
    }
}
