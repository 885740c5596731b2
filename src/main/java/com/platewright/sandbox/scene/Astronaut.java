// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** A figure in a weathered white suit that walks to the right. Its own unit is its height; its feet are at the origin. */
final class Astronaut {
    /** In metres; a little larger than life, as a long lens would have it. */
    static final float HEIGHT = 2.4f;

    private static final Ink SUIT = new Ink(0.62f, 0.58f, 0.53f);
    private static final Ink RIM = new Ink(4.6f, 2.7f, 1.25f);
    private static final Ink FILL = new Ink(0.095f, 0.12f, 0.19f);
    private static final float STRIDE = 3.4f;
    private static final float SLOPE = 0.21f;

    private final int seed;

    Astronaut(Dice dice) {
        this.seed = dice.seed();
    }

    void paint(Strip strip, float footX, float footY, float height, float time) {
        float soft = strip.stage().pixel() / height;
        float[] part = new float[1];
        strip.each(
                footX - 0.5f * height,
                footY - 1.08f * height,
                footX + 0.5f * height,
                footY + 0.05f * height,
                (at, x, y) -> {
                    float u = (x - footX) / height;
                    float v = (y - footY) / height;
                    float d = body(u, v, time, part);
                    float cover = Curve.step(soft, -soft, d);
                    if (cover > 0) {
                        strip.over(at, cover, shade(u, v, d, part[0], time));
                    }
                });
    }

    private Ink shade(float u, float v, float d, float part, float time) {
        float e = 0.01f;
        float[] any = new float[1];
        float gx = (body(u + e, v, time, any) - d) / e;
        float gy = (body(u, v + e, time, any) - d) / e;
        float depth = Curve.clamp(-d / 0.055f);
        float flat = 1 - depth;
        float toSun = Curve.clamp(-0.93f * gx - 0.28f * gy + 0.05f);
        float rim = toSun * flat * flat * flat;
        float cloth = 0.75f + 0.5f * Noise.layered(u * 34, v * 34, 2, seed);
        float up = Curve.clamp(0.6f - 0.5f * gy * flat);
        if (part > 1.5f) {
            float shine = Curve.step(0.026f, 0.006f, Curve.length(u + 0.005f, v + 0.935f));
            return new Ink(0.02f, 0.025f, 0.04f)
                    .plus(new Ink(0.9f, 0.42f, 0.12f).times(0.55f * Curve.clamp(0.3f - 6 * (v + 0.90f))))
                    .plus(RIM.times(14 * shine + 1.2f * rim));
        }
        Ink suit = part > 0.5f ? SUIT.times(0.62f) : SUIT;
        float seam = 1
                - 0.35f * Curve.step(0.005f, 0.001f, Math.abs(v + 0.50f))
                - 0.3f * Curve.step(0.004f, 0.001f, Math.abs(v + 0.24f));
        return FILL.times((0.5f + 0.9f * up) * seam)
                .on(suit.times(1.9f * cloth))
                .plus(RIM.on(suit).times(2.6f * rim * cloth));
    }

    /** Distance to the whole figure; {@code part} tells what is nearest: 0 suit, 1 pack and boots, 2 visor. */
    private static float body(float u, float v, float time, float[] part) {
        float swing = Curve.sin(time * STRIDE);
        float bob = 0.008f * Curve.cos(time * STRIDE * 2);
        float y = v - bob;
        float suit = Math.min(leg(u, y, swing), leg(u, y, -swing));
        suit = Shape.join(suit, Shape.box(u, y, 0.005f, -0.60f, 0.098f, 0.165f, 0.075f), 0.05f);
        suit = Shape.join(suit, arm(u, y, -swing), 0.02f);
        suit = Shape.join(suit, arm(u, y, swing * 0.8f), 0.02f);
        suit = Shape.join(suit, Shape.circle(u, y, 0.015f, -0.885f, 0.098f), 0.02f);
        float pack = Shape.box(u, y, -0.125f, -0.675f, 0.062f, 0.150f, 0.03f);
        pack = Math.min(pack, Math.min(boot(u, y, swing), boot(u, y, -swing)));
        pack = Math.min(pack, Shape.taper(u, y, -0.15f, -0.82f, -0.155f, -1.03f, 0.004f, 0.003f));
        float visor = Shape.ellipse(u, y, 0.055f, -0.890f, 0.060f, 0.068f, 0);
        part[0] = visor < 0 ? 2 : pack < suit ? 1 : 0;
        return Math.min(suit, pack);
    }

    private static float leg(float u, float v, float swing) {
        float kneeX = 0.02f + 0.085f * swing + 0.035f;
        float footX = 0.15f * swing - 0.01f;
        float lift = 0.05f * Curve.clamp(-swing) * 0.6f;
        float thigh = Shape.taper(u, v, 0.005f, -0.46f, kneeX, -0.245f, 0.072f, 0.054f);
        float shin = Shape.taper(u, v, kneeX, -0.245f, footX, -0.055f - lift, 0.054f, 0.046f);
        return Shape.join(thigh, shin, 0.03f);
    }

    private static float boot(float u, float v, float swing) {
        float footX = 0.15f * swing - 0.01f;
        float lift = 0.05f * Curve.clamp(-swing) * 0.6f;
        return Shape.taper(u, v, footX - 0.01f, -0.038f - lift, footX + 0.062f, -0.026f - lift, 0.044f, 0.028f);
    }

    private static float arm(float u, float v, float swing) {
        float elbowX = 0.005f + 0.09f * swing;
        float handX = elbowX + 0.06f + 0.05f * swing;
        float upper = Shape.taper(u, v, 0.0f, -0.72f, elbowX, -0.555f, 0.052f, 0.045f);
        float lower = Shape.taper(u, v, elbowX, -0.555f, handX, -0.43f, 0.045f, 0.036f);
        return Shape.join(upper, lower, 0.03f);
    }

    /** How much of the sun the figure keeps from a place {@code (x, z)} metres from its feet: 0 to 1. */
    float shadow(float x, float z, float awayX, float awayZ, float time) {
        float along = x * awayX + z * awayZ;
        if (along < -0.3f || along > 12) {
            return 0;
        }
        float across = x * awayZ - z * awayX;
        float up = Math.max(0, along) * SLOPE / HEIGHT;
        if (Math.abs(across) > 1.2f || up > 1.05f) {
            return 0;
        }
        float d = body(across / HEIGHT, -up, time, new float[1]);
        return Curve.step(0.012f + 0.05f * up, -0.01f, d) * (1 - 0.35f * up);
    }
}
