// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** A red hibiscus with the sun behind it, its column of anthers held out to the left. */
final class Hibiscus {
    private static final float HALF = 1.28f;
    private static final int PETALS = 5;
    private static final Ink RED = new Ink(0.62f, 0.010f, 0.022f);
    private static final Ink HEART = new Ink(0.075f, 0.001f, 0.008f);
    private static final Ink THROUGH = new Ink(2.3f, 0.16f, 0.075f);
    private static final Ink POLLEN = new Ink(1.5f, 0.88f, 0.10f);
    private static final Ink LEAF = new Ink(0.020f, 0.085f, 0.018f);
    private static final Ink LEAF_LIT = new Ink(0.30f, 0.52f, 0.07f);

    private final Layer layer;
    private final float x;
    private final float y;
    private final int seed;
    private final float turn;

    Hibiscus(Stage stage, Dice dice, float x, float y, float radius) {
        this.x = x;
        this.y = y;
        this.seed = dice.seed();
        this.turn = dice.in(-0.12f, 0.12f);
        this.layer = Layer.paint(
                2 * HALF * radius,
                2 * HALF * radius,
                stage.height() * 1.15f,
                2,
                (px, py, rgba) -> flower(px / radius - HALF, py / radius - HALF, rgba));
    }

    Scene.Moment at(float push, float dx, float dy, float sway) {
        float half = layer.width() / 2;
        return strip -> layer.place(strip, new Layer.Placing(half, half, x + dx, y + dy, 0.035f * sway, push), 1);
    }

    private void flower(float x, float y, float[] rgba) {
        leaf(x, y, 0.16f, 0.50f, 1.14f, 0.84f, rgba);
        leaf(x, y, 0.30f, -0.30f, 1.00f, -0.84f, rgba);
        leaf(x, y, -0.1f, 0.40f, -0.27f, 1.14f, rgba);
        // The flower looks to the left, past the camera: it is seen a little from the side.
        float fx = (x + 0.05f * y) / 0.90f;
        for (int i = 0; i < PETALS; i++) {
            petal(fx, y, turn + 0.45f + (i * 2 % PETALS) * 1.2566371f, seed + i, rgba);
        }
        float throat = Curve.step(0.20f, 0.02f, Curve.length(fx, y));
        over(rgba, HEART.times(0.5f), throat * 0.8f * rgba[3]);
        column(x, y, rgba);
    }

    private void petal(float x, float y, float angle, int salt, float[] rgba) {
        float cos = Curve.cos(angle);
        float sin = Curve.sin(angle);
        float p = x * cos + y * sin;
        float q = y * cos - x * sin;
        if (p < -0.02f || p > 1.15f || Math.abs(q) > 0.62f) {
            return;
        }
        float ruffle = Noise.value(q * 5 + 11, p * 2.5f, salt) - 0.5f;
        float fine = Noise.value(q * 17, p * 9, salt + 3) - 0.5f;
        float tip = 0.98f + 0.16f * ruffle + 0.05f * fine - 0.22f * q * q;
        float t = p / tip;
        if (t <= 0 || t >= 1) {
            return;
        }
        float bow = t * (0.42f + 0.58f * t);
        float width = 0.56f * (float) Math.sqrt(Curve.sin(3.1415927f * bow)) * (1 + 0.14f * ruffle);
        float edge = Math.min(width - Math.abs(q), (tip - p) * 0.9f);
        shadow(edge, rgba);
        float cover = Curve.step(-0.004f, 0.004f, edge);
        if (cover > 0) {
            over(rgba, surface(p, q, q / (width + 0.05f), edge, angle, salt), cover);
        }
    }

    /** What a petal darkens of the one behind it, just outside its edge. */
    private static void shadow(float edge, float[] rgba) {
        float dark = edge < 0 ? 1 - 0.45f * Curve.step(-0.09f, 0, edge) : 1;
        for (int i = 0; i < 3; i++) {
            rgba[i] *= dark;
        }
    }

    private static Ink surface(float p, float q, float across, float edge, float angle, int salt) {
        float fold = Curve.sin(q * 16 + 3 * Noise.value(q * 3, p * 4, salt + 9) + salt) * p;
        float wave = Noise.layered(q * 5, p * 3.5f, 2, salt + 5) - 0.5f;
        float nq = across * 0.55f + 0.30f * fold + 0.9f * wave;
        float np = 1.3f * (p - 0.55f) + 0.8f * wave;
        float cos = Curve.cos(angle);
        float sin = Curve.sin(angle);
        float nx = np * cos - nq * sin;
        float ny = np * sin + nq * cos;
        float size = (float) Math.sqrt(nx * nx + ny * ny + 1);
        float sun = Curve.clamp((-0.66f * nx - 0.62f * ny + 0.28f) / size);
        float sky = 0.5f - 0.5f * ny / size;
        float vein = vein(p, q, salt);
        Ink base = RED.mix(HEART, Curve.step(0.46f, 0.10f, p + 0.08f * wave));
        float thin =
                Curve.step(0.25f, 1.05f, p) * (0.30f + 0.70f * Curve.clamp(0.55f - 0.55f * (cos * 0.5f + sin * 0.6f)));
        Ink lit =
                base.times(0.16f + 0.34f * sky + 1.25f * sun).plus(THROUGH.times(0.36f * thin * (0.7f + 0.6f * fold)));
        float sheen = sun * sun * sun * sun;
        Ink gloss = new Ink(1.0f, 0.55f, 0.5f).times(0.55f * sheen);
        float rim = Curve.step(0.03f, 0.0f, edge) * thin;
        float velvet = 0.86f + 0.28f * Noise.value(p * 150, q * 150, salt + 21);
        return lit.times(vein * velvet).plus(gloss).plus(THROUGH.times(0.9f * rim));
    }

    private static float vein(float p, float q, int salt) {
        float fan = q / (p + 0.22f);
        float line = Curve.sin(fan * 44 + 2.2f * Noise.value(p * 5, q * 5, salt + 1));
        float dark = Curve.step(0.80f, 1, Math.abs(line));
        return 1 - 0.30f * dark * Curve.step(0.95f, 0.35f, p);
    }

    private static void column(float x, float y, float[] rgba) {
        if (x > 0.1f || Math.abs(y) > 0.3f) {
            return;
        }
        float t = Shape.along(x, y, -0.02f, 0.0f, -0.70f, 0.05f);
        float arch = -0.10f * Curve.sin(3.1415927f * t);
        float axisX = Curve.mix(-0.02f, -0.70f, t);
        float axisY = Curve.mix(0, 0.05f, t) + arch;
        float d = Curve.length(x - axisX, y - axisY);
        float r = Curve.mix(0.046f, 0.018f, t);
        float up = Curve.clamp(0.5f - 0.6f * (y - axisY) / r);
        Ink stalk = new Ink(0.80f, 0.10f, 0.07f).mix(new Ink(1.1f, 0.45f, 0.25f), t);
        over(rgba, stalk.times(0.25f + 1.1f * up * up), Curve.step(0.004f, -0.004f, d - r));
        if (t > 0.25f && d < 0.13f) {
            anthers(x, y, rgba);
        }
    }

    private static void anthers(float x, float y, float[] rgba) {
        for (int i = 0; i < 74; i++) {
            float t = 0.40f + 0.60f * i / 74f;
            float side = (Noise.cell(i, 1, 77) - 0.5f) * 2;
            float reach = (0.030f + 0.045f * Noise.cell(i, 2, 77)) * side;
            float ax = Curve.mix(-0.02f, -0.70f, t) + 0.02f * (Noise.cell(i, 3, 77) - 0.5f);
            float ay = Curve.mix(0, 0.05f, t) - 0.10f * Curve.sin(3.1415927f * t);
            float d = Curve.length(x - ax, y - ay - reach);
            float r = 0.0145f;
            if (d < r + 0.006f) {
                float up = Curve.clamp(0.55f - 0.6f * (y - ay - reach) / r);
                Ink grain = POLLEN.times(0.30f + 1.0f * up + (up > 0.9f ? 2.2f : 0));
                over(rgba, grain, Curve.step(0.003f, -0.003f, d - r));
            }
        }
        for (int i = 0; i < 5; i++) {
            float a = 1.9f + 0.62f * i;
            float d = Shape.circle(x, y, -0.735f + 0.055f * Curve.cos(a), 0.05f + 0.07f * Curve.sin(a), 0.020f);
            over(rgba, new Ink(0.75f, 0.03f, 0.05f), Curve.step(0.004f, -0.004f, d));
        }
    }

    private void leaf(float x, float y, float x0, float y0, float x1, float y1, float[] rgba) {
        float t = Shape.along(x, y, x0, y0, x1, y1);
        float dx = x1 - x0;
        float dy = y1 - y0;
        float long2 = (float) Math.sqrt(dx * dx + dy * dy);
        float side = ((x - x0) * dy - (y - y0) * dx) / long2;
        float out = Curve.length(x - Curve.mix(x0, x1, t), y - Curve.mix(y0, y1, t));
        if (out > 0.3f * long2 + 0.05f) {
            return;
        }
        float tooth = 0.012f * (Noise.value(t * 22, side < 0 ? 3 : 8, seed) - 0.5f);
        float width = 0.26f * long2 * (float) Math.sqrt(Curve.sin(3.1415927f * (0.04f + 0.94f * t))) + tooth;
        float cover = Curve.step(0.035f, -0.012f, out - width * (1 - 0.4f * t));
        float rib = Curve.step(0.02f, 0.0f, Math.abs(side));
        float ribs = 0.5f + 0.5f * Curve.sin(t * 42 - Math.abs(side) * 46);
        float light = 0.35f + 0.65f * Noise.value(x * 3, y * 3, seed + 4);
        Ink ink = LEAF.mix(LEAF_LIT, (side < 0 ? 0.50f : 0.12f) * light * (0.7f + 0.3f * ribs) + 0.25f * rib);
        over(rgba, ink, cover);
    }

    private static void over(float[] rgba, Ink ink, float a) {
        rgba[0] += (ink.r() - rgba[0]) * a;
        rgba[1] += (ink.g() - rgba[1]) * a;
        rgba[2] += (ink.b() - rgba[2]) * a;
        rgba[3] += (1 - rgba[3]) * a;
    }
}
