// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.ArrayList;
import java.util.List;

/** Drops that fall in slow motion, each with the sun in it. */
final class Droplets {
    private static final float FALL = 0.028f;
    private static final Ink GLINT = new Ink(34, 28, 18);

    private record Drop(float x, float y, float radius, float start, float speed) {}

    private final List<Drop> drops = new ArrayList<>();

    Droplets(Dice dice, float x, float y, float scale) {
        for (int i = 0; i < 11; i++) {
            float radius = (0.0045f + 0.0085f * dice.next() * dice.next()) * scale;
            drops.add(new Drop(
                    x + dice.in(-0.17f, 0.12f) * scale,
                    y + dice.in(-0.06f, 0.16f) * scale,
                    radius,
                    dice.in(-1.5f, 4f),
                    dice.in(0.035f, 0.07f)));
        }
    }

    Scene.Moment at(float time, float dx) {
        return strip -> {
            for (Drop drop : drops) {
                float age = time - drop.start();
                if (age > 0) {
                    float y = drop.y() + drop.speed() * age + FALL * age * age;
                    paint(strip, drop.x() + dx, y, drop.radius(), Curve.step(0, 0.3f, age));
                }
            }
        };
    }

    /** A ball of water: it shows the garden upside down, dark at its rim, and one point of sun. */
    private static void paint(Strip strip, float cx, float cy, float r, float there) {
        float soft = strip.stage().pixel();
        strip.each(cx - r - soft, cy - r - soft, cx + r + soft, cy + r + soft, (at, x, y) -> {
            float nx = (x - cx) / r;
            float ny = (y - cy) / r;
            float d = Curve.length(nx, ny);
            float cover = Curve.step(1 + soft / r, 1 - soft / r, d) * there;
            if (cover > 0) {
                float rim = Curve.step(0.65f, 1, d);
                float light = (0.25f + 0.75f * Curve.clamp(0.5f + 0.6f * ny)) * (1 - 0.75f * rim);
                strip.over(at, cover * 0.92f, 0.30f * light, 0.46f * light, 0.16f * light);
                float sun = Curve.step(0.30f, 0.05f, Curve.length(nx + 0.38f, ny + 0.42f));
                float back = Curve.step(0.5f, 0.1f, Curve.length(nx - 0.35f, ny - 0.45f));
                strip.add(at, there * (sun + 0.06f * back), GLINT);
            }
        });
    }
}
