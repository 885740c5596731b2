// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.ArrayList;
import java.util.List;

/** Someone welds at night: an arc too bright to look at, sparks that fly, fall and bounce, smoke lit from below. */
final class SparksScene implements Scene {
    private static final float FLOOR = 0.845f;
    private static final float GRAVITY = 0.62f;
    private static final Ink ARC = new Ink(0.62f, 0.80f, 1.0f);
    private static final Ink SMOKE = new Ink(0.72f, 0.80f, 0.92f);
    private static final Ink HOT = new Ink(1.0f, 0.60f, 0.20f);

    /** @param born seconds; a spark is born again each time its life is over */
    private record Spark(float vx, float vy, float born, float life, float light, float size) {}

    private final Stage stage;
    private final int seed;
    private final float arcX;
    private final float arcY;
    private final float s;
    private final List<Spark> sparks = new ArrayList<>();
    private final List<Bokeh.Disc> workshop = new ArrayList<>();

    SparksScene(Stage stage, Prompt prompt) {
        this.stage = stage;
        Dice dice = prompt.dice();
        seed = dice.seed();
        s = stage.scale();
        arcX = stage.aspect() / 2 + dice.in(0.06f, 0.16f) * s;
        arcY = 0.665f;
        for (int i = 0; i < 640; i++) {
            float angle = dice.in(-2.95f, -0.15f) + 0.5f * dice.in(-1, 1) * dice.next();
            float speed = dice.in(0.20f, 1.45f) * (0.45f + 0.55f * dice.next());
            float life = dice.in(0.5f, 1.9f);
            sparks.add(new Spark(
                    speed * Curve.cos(angle),
                    speed * Curve.sin(angle),
                    dice.in(0, life),
                    life,
                    10 + 52 * dice.next() * dice.next(),
                    dice.in(0.0010f, 0.0027f)));
        }
        for (int i = 0; i < 22; i++) {
            Ink ink = new Ink(1, 0.5f, 0.16f).mix(new Ink(0.3f, 0.6f, 1), dice.next() * dice.next());
            workshop.add(new Bokeh.Disc(
                    stage.aspect() * dice.next(),
                    dice.in(0.08f, 0.55f),
                    dice.in(0.012f, 0.045f),
                    0.2f,
                    ink.times(dice.in(0.02f, 0.12f))));
        }
    }

    private float power(float time) {
        float strike = Noise.value(time * 9, 1, seed);
        float shiver = Noise.value(time * 47, 2, seed);
        return Curve.step(0.18f, 0.34f, strike) * (0.72f + 0.5f * shiver) + 0.05f;
    }

    @Override
    public Moment at(float time) {
        float power = power(time);
        float dx = 0.004f * time;
        return strip -> {
            strip.all((at, x, y) -> room(strip, at, x + dx, y, time, power));
            for (Bokeh.Disc disc : workshop) {
                Bokeh.paint(strip, disc, disc.x() - dx * 0.5f, disc.y(), 1);
            }
            welder(strip, power);
            arc(strip, power);
            for (int i = 0; i < sparks.size(); i++) {
                fly(strip, sparks.get(i), i, time);
            }
        };
    }

    /** Wall, floor and smoke in the light of the arc. */
    private void room(Strip strip, int at, float x, float y, float time, float power) {
        float dx = x - arcX;
        float dy = y - arcY;
        float d2 = dx * dx + dy * dy;
        float r;
        float g;
        float b;
        if (y < FLOOR) {
            float plate = 0.6f + 0.4f * Noise.layered(x * 3, y * 3, 2, seed + 1);
            float beam = Curve.step(0.035f, 0.03f, Math.abs(x * 1.3f - Curve.floor(x * 1.3f) - 0.5f));
            float f = power * 0.013f / (0.06f + d2) * plate * (1 - 0.6f * beam);
            r = 0.004f + f * ARC.r() * 0.62f;
            g = 0.005f + f * ARC.g() * 0.62f;
            b = 0.008f + f * ARC.b() * 0.62f;
        } else {
            float z = 1 / (y - FLOOR + 0.16f);
            float grit = Noise.layered((x - arcX) * z * 4, z * 9, 4, seed + 2);
            float glossy = Curve.step(0.42f, 0.66f, grit);
            float mirror = 2 * FLOOR - y - arcY;
            float image = 0.007f / (0.003f + dx * dx * 6 + mirror * mirror * 0.7f);
            float f = power
                    * (0.022f / (0.05f + dx * dx + (y - FLOOR) * (y - FLOOR) * 3) * (0.25f + 0.5f * grit)
                            + image * glossy * 0.8f);
            r = 0.003f + f * ARC.r();
            g = 0.0035f + f * ARC.g();
            b = 0.005f + f * ARC.b();
        }
        strip.set(at, r, g, b);
        float reach = 0.50f - Math.abs(dx + 0.12f * dy);
        if (dy < 0.1f && reach > -0.05f) {
            float f = power * smoke(x, y, dx, dy, time) / (0.05f + d2);
            strip.add(at, f, SMOKE);
        }
    }

    private float smoke(float x, float y, float dx, float dy, float time) {
        float rise = time * 0.16f;
        float bend = Noise.value(x * 3, y * 2 + rise * 2, seed + 7) - 0.5f;
        float smoke = Noise.layered(x * 4 + bend * 1.2f - time * 0.03f, y * 3.2f + rise * 3.2f, 4, seed + 3);
        float plume = Curve.step(0.50f, 0.0f, Math.abs(dx + 0.10f * bend + 0.12f * dy)) * Curve.step(0.1f, -0.25f, dy);
        return 0.050f * plume * Curve.step(0.36f, 0.78f, smoke);
    }

    private void arc(Strip strip, float power) {
        strip.all((at, x, y) -> {
            float dx = x - arcX;
            float dy = y - arcY;
            float d2 = dx * dx + dy * dy;
            float f = 0.0030f / (0.0006f + d2) + 0.0045f / (0.05f + d2);
            if (d2 < 0.16f) {
                float core = d2 < 0.0002f ? Curve.step(0.0125f * s, 0.006f * s, (float) Math.sqrt(d2)) : 0;
                f += 210 * core + 0.0011f / ((1 + 5200 * Math.abs(dx * dy)) * (0.004f + d2));
            }
            strip.add(at, power * f, ARC);
        });
    }

    /** A figure that kneels over its work, black but for the edges that the arc reaches. */
    private void welder(Strip strip, float power) {
        float size = 0.50f * s;
        float cx = arcX - 0.30f * s;
        float foot = FLOOR + 0.015f;
        float soft = stage.pixel() / size;
        strip.each(cx - size, foot - 1.1f * size, cx + size, foot + 0.05f * size, (at, x, y) -> {
            float u = (x - cx) / size;
            float v = (y - foot) / size;
            float d = figure(u, v);
            float cover = Curve.step(soft, -soft, d);
            if (cover > 0) {
                float e = 0.01f;
                float gx = (figure(u + e, v) - d) / e;
                float gy = (figure(u, v + e) - d) / e;
                float lx = (arcX - x) / s;
                float ly = (arcY - y) / s;
                float l2 = lx * lx + ly * ly;
                float facing = Curve.clamp((gx * lx + gy * ly) / (float) Math.sqrt(l2 + 1e-4f) + 0.12f);
                float depth = Curve.clamp(-d / 0.07f);
                float rim = (1 - depth) * (1 - depth);
                float cloth = 0.7f + 0.6f * Noise.layered(u * 22, v * 22, 2, seed + 5);
                float f = power * facing * (0.05f + 1.9f * rim) * 0.030f / (0.02f + l2) * cloth;
                float visor = Shape.box(u, v, 0.215f, -0.735f, 0.025f, 0.035f, 0.008f);
                float glass = Curve.step(0.01f, -0.01f, visor) * power;
                strip.over(
                        at,
                        cover,
                        0.003f + f * ARC.r() + glass * 3,
                        0.003f + f * ARC.g() + glass * 6,
                        0.005f + f * ARC.b() + glass * 4);
            }
        });
        bench(strip, power);
    }

    private void bench(Strip strip, float power) {
        float top = arcY + 0.012f;
        float left = arcX - 0.13f * s;
        float right = arcX + 0.36f * s;
        strip.each(left, top, right, FLOOR + 0.02f, (at, x, y) -> {
            float leg = Math.min(Math.abs(x - left - 0.03f), Math.abs(x - right + 0.04f));
            boolean slab = y < top + 0.028f;
            if (slab || leg < 0.011f) {
                float dx = x - arcX;
                float lit = slab && y < top + 0.005f
                        ? power * 0.05f / (0.004f + dx * dx)
                        : power * 0.004f / (0.03f + dx * dx);
                strip.set(at, 0.004f + lit * 0.7f, 0.004f + lit * 0.85f, 0.006f + lit);
            }
        });
    }

    private static float figure(float u, float v) {
        float helmet = Shape.join(
                Shape.circle(u, v, 0.12f, -0.745f, 0.098f),
                Shape.box(u, v, 0.185f, -0.70f, 0.045f, 0.105f, 0.03f),
                0.03f);
        float back = Shape.taper(u, v, 0.02f, -0.58f, -0.14f, -0.24f, 0.125f, 0.135f);
        float shoulder = Shape.taper(u, v, 0.06f, -0.60f, 0.24f, -0.42f, 0.070f, 0.052f);
        float forearm = Shape.taper(u, v, 0.24f, -0.42f, 0.49f, -0.385f, 0.052f, 0.036f);
        float torch = Shape.taper(u, v, 0.47f, -0.40f, 0.575f, -0.375f, 0.018f, 0.008f);
        float thigh = Shape.taper(u, v, -0.14f, -0.20f, 0.16f, -0.26f, 0.105f, 0.075f);
        float shin = Shape.taper(u, v, 0.16f, -0.26f, 0.15f, -0.02f, 0.070f, 0.050f);
        float knee = Shape.taper(u, v, -0.14f, -0.18f, -0.02f, -0.04f, 0.100f, 0.060f);
        float calf = Shape.taper(u, v, -0.02f, -0.045f, -0.30f, -0.03f, 0.055f, 0.040f);
        float trunk = Shape.join(Shape.join(back, helmet, 0.05f), Shape.join(shoulder, forearm, 0.03f), 0.04f);
        float legs = Shape.join(Shape.join(thigh, shin, 0.03f), Shape.join(knee, calf, 0.03f), 0.03f);
        return Math.min(Shape.join(trunk, legs, 0.04f), torch);
    }

    /** A spark, drawn along its way while the shutter is open. */
    private void fly(Strip strip, Spark spark, int index, float time) {
        float age = time + spark.born();
        int lives = Curve.floor(age / spark.life());
        age -= lives * spark.life();
        if (power(time - age) < 0.3f) {
            return;
        }
        float turn = 0.6f * (Noise.cell(index, lives, seed + 20) - 0.5f);
        float vx = (spark.vx() - turn * spark.vy()) * s;
        float vy = (spark.vy() + turn * spark.vx()) * s;
        float cool = 1 - age / spark.life();
        Ink ink = HOT.mix(new Ink(1, 0.24f, 0.03f), 1 - cool)
                .times(spark.light() * cool * cool * Curve.step(0, 0.05f, age));
        float[] from = place(vx, vy, Math.max(0, age - 1.1f / 24));
        float[] to = place(vx, vy, age);
        streak(strip, from, to, spark.size() * (0.6f + 0.4f * s), ink);
    }

    /** Where a spark is: it falls, and bounces once or more with a third of its speed. */
    private float[] place(float vx, float vy, float age) {
        float ground = FLOOR + 0.03f - arcY;
        float drag = (1 - Curve.fade(0.9f * age)) / 0.9f;
        float y = vy * drag + 0.5f * GRAVITY * age * age;
        float over = y - ground;
        if (over > 0) {
            float bounce = over % 0.12f;
            y = ground - 0.30f * bounce * (0.12f - bounce) / 0.12f * Math.max(0, 1 - over);
        }
        return new float[] {arcX + vx * drag, arcY + y};
    }

    private static void streak(Strip strip, float[] from, float[] to, float r, Ink ink) {
        float wide = Math.max(r, strip.stage().pixel() * 0.75f);
        float share = r / wide;
        float glow = wide * 5;
        strip.each(
                Math.min(from[0], to[0]) - glow,
                Math.min(from[1], to[1]) - glow,
                Math.max(from[0], to[0]) + glow,
                Math.max(from[1], to[1]) + glow,
                (at, x, y) -> {
                    float d = Shape.taper(x, y, from[0], from[1], to[0], to[1], 0, 0) / wide;
                    float f = Curve.step(1.3f, 0.3f, d) + 0.02f * Curve.step(5, 0, d);
                    if (f > 0) {
                        strip.add(at, f * share, ink);
                    }
                });
    }
}
