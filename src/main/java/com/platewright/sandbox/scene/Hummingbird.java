// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** A hummingbird that hovers, looking right: its body painted once, its wings beaten in every frame. */
final class Hummingbird {
    /** The body's layer, in bird lengths, and where its middle lies in it. */
    private static final float WIDE = 1.0f;

    private static final float HIGH = 0.95f;
    private static final float MIDDLE_X = 0.34f;
    private static final float MIDDLE_Y = 0.36f;

    /** Beats per second as they appear: the picture is slowed down. */
    private static final float BEAT = 3.4f;

    private static final int BLUR = 9;

    private static final Ink EMERALD = new Ink(0.010f, 0.26f, 0.065f);
    private static final Ink TEAL = new Ink(0.004f, 0.20f, 0.22f);
    private static final Ink GOLD = new Ink(0.17f, 0.36f, 0.02f);
    private static final Ink RUBY = new Ink(0.62f, 0.006f, 0.055f);
    private static final Ink DOWN = new Ink(0.46f, 0.44f, 0.38f);
    private static final Ink SUN = new Ink(5.2f, 4.0f, 2.3f);

    private final float x;
    private final float y;
    private final float size;
    private final float phase;
    private final int seed;
    private final Layer body;
    private final Layer wing;

    Hummingbird(Stage stage, Dice dice, float x, float y, float size) {
        this.x = x;
        this.y = y;
        this.size = size;
        this.phase = dice.in(0, 6);
        this.seed = dice.seed();
        float density = stage.height() * 1.15f;
        body = Layer.paint(
                WIDE * size,
                HIGH * size,
                density,
                2,
                (px, py, rgba) -> body(px / size - MIDDLE_X, py / size - MIDDLE_Y, rgba));
        wing = Layer.paint(
                0.56f * size,
                0.24f * size,
                density * 0.7f,
                2,
                (px, py, rgba) -> wing(px / size, py / size - 0.12f, rgba));
    }

    Scene.Moment at(float time, float dx, float dy) {
        float cx = x + dx + 0.006f * Curve.sin(time * 1.3f + phase);
        float cy = y + dy + 0.009f * Curve.sin(time * 1.9f + phase * 1.7f);
        float tilt = 0.03f * Curve.sin(time * 1.1f + phase);
        return strip -> {
            wing(strip, cx, cy, tilt, time, -1.00f, 0.42f, 0.75f);
            body.place(strip, new Layer.Placing(MIDDLE_X * size, MIDDLE_Y * size, cx, cy, tilt, 1), 1);
            wing(strip, cx, cy, tilt, time, -1.80f, 0.46f, 1);
        };
    }

    /** One wing, open-shuttered: as many fainter wings as fit into the exposure of one frame. */
    private void wing(Strip strip, float cx, float cy, float tilt, float time, float rest, float swing, float light) {
        float shoulderX = cx + size * (0.035f * Curve.cos(tilt) + 0.085f * Curve.sin(tilt));
        float shoulderY = cy - size * 0.085f;
        for (int i = 0; i < BLUR; i++) {
            float moment = time + 0.5f / 24 * (i - BLUR / 2) / BLUR;
            float angle = rest + tilt + swing * Curve.sin(6.2831855f * BEAT * moment + phase);
            Layer.Placing placing = new Layer.Placing(0.02f * size, 0.12f * size, shoulderX, shoulderY, angle, 1);
            wing.faint(strip, placing, light, 1f / BLUR);
        }
    }

    private void wing(float x, float y, float[] rgba) {
        float t = x / 0.54f;
        if (t <= 0 || t >= 1) {
            return;
        }
        float lead = -0.02f - 0.065f * Curve.sin(t * 3.1415927f) * (1 - 0.35f * t);
        float fan = Curve.angle(y + 0.055f, x - 0.03f);
        float finger = Curve.sin(fan * 27);
        float trail = -0.02f + 0.115f * Curve.sin(3.1415927f * (float) Math.sqrt(t)) - 0.010f * finger * finger * t;
        float cover = Curve.step(lead - 0.003f, lead + 0.003f, y) * Curve.step(trail + 0.005f, trail - 0.005f, y);
        float shaft = Curve.step(0.82f, 1, Math.abs(finger));
        float root = Curve.step(0.26f, 0.02f, t);
        float through = 0.5f + 0.5f * Noise.value(x * 24, y * 60, seed);
        Ink vane = new Ink(0.07f, 0.055f, 0.035f).mix(new Ink(1.5f, 1.0f, 0.42f), 0.8f * through * through);
        Ink ink = vane.times(1 - 0.55f * shaft).mix(EMERALD.times(1.3f), root);
        float front = Curve.step(0.016f, 0.006f, y - lead);
        float a = cover * Curve.mix(0.86f, 1.0f, Math.max(root, front));
        ink = ink.mix(new Ink(0.05f, 0.04f, 0.03f), 0.75f * front);
        rgba[0] = ink.r() * a;
        rgba[1] = ink.g() * a;
        rgba[2] = ink.b() * a;
        rgba[3] = a;
    }

    private void body(float x, float y, float[] rgba) {
        if (y > 0.18f && x < 0.05f) {
            tail(x, y, rgba);
        }
        if (x > 0.2f) {
            bill(x, y, rgba);
        }
        if (x > 0.30f || x < -0.22f || y > 0.36f || y < -0.28f) {
            return;
        }
        float d = trunk(x, y);
        float fluff = 0.004f * (Noise.value(x * 90, y * 90, seed) - 0.5f);
        float cover = Curve.step(0.003f, -0.003f, d + fluff);
        if (cover > 0) {
            over(rgba, plumage(x, y, d), cover);
        }
        eye(x, y, rgba);
    }

    /** Distance to head, breast, belly and rump as one shape. */
    private static float trunk(float x, float y) {
        float head = Shape.circle(x, y, 0.185f, -0.185f, 0.064f);
        float brow = Shape.taper(x, y, 0.20f, -0.18f, 0.262f, -0.176f, 0.045f, 0.008f);
        float neck = Shape.taper(x, y, 0.17f, -0.15f, 0.09f, -0.05f, 0.055f, 0.080f);
        float breast = Shape.ellipse(x, y, 0.068f, -0.022f, 0.130f, 0.098f, -0.95f);
        float belly = Shape.ellipse(x, y, -0.03f, 0.10f, 0.130f, 0.074f, -1.02f);
        float rump = Shape.taper(x, y, -0.06f, 0.16f, -0.12f, 0.27f, 0.05f, 0.026f);
        float front = Shape.join(Shape.join(head, brow, 0.03f), neck, 0.05f);
        return Shape.join(Shape.join(front, breast, 0.05f), Shape.join(belly, rump, 0.05f), 0.06f);
    }

    private Ink plumage(float x, float y, float d) {
        float e = 0.004f;
        float gx = (trunk(x + e, y) - d) / e;
        float gy = (trunk(x, y + e) - d) / e;
        float depth = Curve.clamp(-d / 0.075f);
        float flat = 1 - depth;
        float nz = (float) Math.sqrt(Math.max(0.02f, 1 - flat * flat));
        float along = x * 0.575f - y * 0.818f;
        float back = -x * 0.818f - y * 0.575f;
        float lay = Curve.sin(along * 9) * 0.01f;
        float row = (along + lay) * 78;
        int whole = Curve.floor(row);
        float rank = (back * 66 + (whole & 1) * 0.5f);
        int place = Curve.floor(rank);
        float fu = row - whole;
        float fv = rank - place - 0.5f;
        float coarse = Curve.step(-0.075f, -0.02f, back);
        float scale = Curve.mix(0.8f, Curve.clamp(1.10f - fu * 0.55f - 1.4f * fv * fv), 0.25f + 0.75f * coarse);
        float down = Noise.layered(along * 55 + back * 20, back * 130, 2, seed + 6);
        float chance = Curve.mix(down, Noise.cell(whole, place, seed), coarse);
        float nx = gx * flat + 0.20f * (chance - 0.5f);
        float ny = gy * flat + 0.16f * (0.5f - fu) + 0.15f * (Noise.cell(place, whole, seed) - 0.5f);
        float sun = Curve.clamp(-0.66f * nx - 0.70f * ny + 0.18f * nz);
        float rim = Curve.clamp(-0.60f * gx - 0.75f * gy + 0.20f) * flat * flat * flat * flat * flat;
        Ink ink = colour(x, y, back, sun + 0.42f * (chance - 0.5f), nz);
        float gloss = Curve.clamp(0.72f * nz + 0.5f * sun - 0.15f + 0.35f * (chance - 0.5f));
        float spark = gloss * gloss * gloss * gloss * scale;
        Ink lit = ink.times((0.24f + 0.34f * Curve.clamp(0.6f - 0.6f * ny) + 0.9f * sun) * (0.45f + 0.75f * scale));
        return lit.plus(SUN.on(ink.plus(new Ink(0.10f, 0.10f, 0.09f))).times(rim * 1.1f))
                .plus(ink.times(2.2f * spark));
    }

    private Ink colour(float x, float y, float back, float sheen, float nz) {
        float turn = Curve.clamp(0.5f + 0.9f * sheen - 0.35f * nz);
        Ink green = turn < 0.5f ? TEAL.mix(EMERALD, turn * 2) : EMERALD.mix(GOLD, 0.75f * (turn * 2 - 1));
        float uneven = 0.03f * (Noise.value(x * 26, y * 26, seed + 2) - 0.5f);
        float front = Curve.step(-0.010f, -0.070f, back + uneven);
        float low = Curve.step(-0.14f, -0.02f, y + uneven);
        Ink ink = green.mix(DOWN, front * low);
        float throat = Curve.step(
                0.072f, 0.048f, Shape.ellipse(x, y, 0.195f, -0.115f, 0.03f, 0.012f, -0.9f) + 0.045f + uneven);
        Ink gorget = RUBY.mix(new Ink(1.5f, 0.20f, 0.02f), Curve.clamp(sheen * 1.3f))
                .times(1.2f + 3.2f * Curve.clamp(sheen));
        return ink.mix(gorget, throat * Curve.step(-0.185f, -0.165f, y));
    }

    private void eye(float x, float y, float[] rgba) {
        float d = Curve.length(x - 0.213f, y + 0.197f);
        over(rgba, new Ink(0.30f, 0.26f, 0.20f), Curve.step(0.0205f, 0.0185f, d) * 0.8f);
        over(rgba, new Ink(0.004f, 0.003f, 0.003f), Curve.step(0.0175f, 0.0155f, d));
        float shine = Curve.length(x - 0.2085f, y + 0.2035f);
        over(rgba, new Ink(26, 23, 18), Curve.step(0.0042f, 0.0022f, shine));
        float sky = Curve.step(0.010f, 0.006f, Curve.length(x - 0.217f, y + 0.190f));
        over(rgba, new Ink(0.05f, 0.09f, 0.05f), sky * 0.7f);
    }

    private static void bill(float x, float y, float[] rgba) {
        float t = Shape.along(x, y, 0.24f, -0.178f, 0.53f, -0.150f);
        float bend = 0.010f * Curve.sin(3.1415927f * t);
        float half = Curve.mix(0.0105f, 0.0030f, (float) Math.sqrt(t));
        float d = Shape.taper(x, y + bend, 0.24f, -0.178f, 0.53f, -0.150f, 0.0105f, 0.0030f);
        float up = Curve.clamp(0.5f - (y + bend - Curve.mix(-0.178f, -0.150f, t)) / (2 * half));
        Ink horn = new Ink(0.016f, 0.013f, 0.011f).plus(SUN.times(0.16f * up * up * up * up));
        over(rgba, horn, Curve.step(0.0022f, -0.0022f, d));
        float tongue = Shape.taper(x, y, 0.525f, -0.150f, 0.60f, -0.137f, 0.0022f, 0.0012f);
        over(rgba, new Ink(0.9f, 0.55f, 0.45f), Curve.step(0.0015f, -0.0015f, tongue));
    }

    private void tail(float x, float y, float[] rgba) {
        for (int i = 0; i < 6; i++) {
            float a = 1.72f + 0.115f * i;
            float length = 0.235f - 0.018f * Math.abs(i - 2.5f);
            float ex = -0.105f + length * Curve.cos(a);
            float ey = 0.235f + length * Curve.sin(a);
            float t = Shape.along(x, y, -0.105f, 0.235f, ex, ey);
            float d = Shape.taper(x, y, -0.105f, 0.235f, ex, ey, 0.018f, 0.0235f);
            float barb = 0.7f + 0.3f * Curve.sin((x * 3 + y) * 160 + i);
            Ink vane = new Ink(0.010f, 0.022f, 0.030f)
                    .mix(TEAL, 0.35f * (1 - t) + 0.10f)
                    .times(barb);
            float edge = Curve.step(-0.006f, 0.0f, d) * Curve.clamp(0.9f - 0.25f * i);
            over(rgba, vane.plus(SUN.times(0.22f * edge * (0.3f + t))), Curve.step(0.002f, -0.002f, d));
            float tip = Curve.step(0.80f, 0.95f, t);
            over(rgba, new Ink(0.50f, 0.46f, 0.40f), tip * 0.55f * Curve.step(0.002f, -0.002f, d));
        }
    }

    private static void over(float[] rgba, Ink ink, float a) {
        rgba[0] += (ink.r() - rgba[0]) * a;
        rgba[1] += (ink.g() - rgba[1]) * a;
        rgba[2] += (ink.b() - rgba[2]) * a;
        rgba[3] += (1 - rgba[3]) * a;
    }
}
