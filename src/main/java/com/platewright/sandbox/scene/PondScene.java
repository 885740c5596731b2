// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.ArrayList;
import java.util.List;

/** Paper lanterns adrift on a pond at night, with fireflies, mist and lights on the other shore. */
final class PondScene implements Scene {
    private static final float SHORE = 0.36f;
    private static final float MARGIN = 0.05f;
    private static final Ink FLAME = new Ink(1.0f, 0.40f, 0.085f);
    private static final Ink CORE = new Ink(1.0f, 0.66f, 0.28f);

    /** @param depth how far out of focus it is: 0 sharp */
    private record Lantern(float x, float y, float size, float phase, float depth) {}

    private record Pad(float x, float y, float r, float turn) {}

    private record Fly(float x, float y, float reach, float phase, float radius) {}

    private final Stage stage;
    private final int seed;
    private final Ink night;
    private final List<Lantern> lanterns = new ArrayList<>();
    private final List<Pad> pads = new ArrayList<>();
    private final List<Fly> flies = new ArrayList<>();
    private final Layer far;

    PondScene(Stage stage, Prompt prompt) {
        this.stage = stage;
        Dice dice = prompt.dice();
        seed = dice.seed();
        night = new Ink(0.010f, 0.020f, dice.in(0.036f, 0.052f));
        float s = stage.scale();
        float a = stage.aspect();
        lanterns.add(new Lantern(a * dice.in(0.58f, 0.66f), 0.605f, 0.205f * s, 0, 0));
        lanterns.add(new Lantern(a * dice.in(0.20f, 0.30f), 0.460f, 0.075f * s, 2, 0.25f));
        lanterns.add(new Lantern(a * dice.in(0.38f, 0.46f), 0.412f, 0.040f * s, 4, 0.5f));
        lanterns.add(new Lantern(a * dice.in(0.84f, 0.92f), 0.425f, 0.050f * s, 1, 0.45f));
        lanterns.add(new Lantern(a * dice.in(0.06f, 0.14f), 0.395f, 0.030f * s, 3, 0.6f));
        for (int i = 0; i < 17; i++) {
            float y = 0.52f + 0.46f * dice.next();
            pads.add(new Pad(a * dice.in(-0.05f, 1.05f), y, 0.16f * (y - SHORE) * dice.in(0.7f, 1.3f), dice.in(0, 6)));
        }
        for (int i = 0; i < 26; i++) {
            flies.add(new Fly(
                    a * dice.next(),
                    dice.in(0.12f, 0.80f),
                    dice.in(0.01f, 0.05f),
                    dice.in(0, 60),
                    dice.in(0.0018f, 0.006f) * s));
        }
        List<Bokeh.Disc> lights = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Ink ink = new Ink(1, 0.55f, 0.2f).mix(new Ink(0.4f, 0.7f, 1), dice.next() * dice.next());
            float y = SHORE - 0.006f - 0.06f * dice.next() * dice.next();
            lights.add(
                    new Bokeh.Disc(a * dice.next(), y, dice.in(0.004f, 0.013f), 0.4f, ink.times(dice.in(0.2f, 2.4f))));
        }
        far = Layer.paint(
                a + 2 * MARGIN, SHORE + 0.01f, stage.height(), 1, (x, y, rgba) -> shore(x - MARGIN, y, lights, rgba));
    }

    @Override
    public Moment at(float time) {
        float drift = 0.010f * time;
        List<Lantern> now = new ArrayList<>();
        for (Lantern l : lanterns) {
            float near = l.size() * 5;
            float bob = 0.004f * near * Curve.sin(time * 1.1f + l.phase() * 2);
            now.add(new Lantern(l.x() + drift * near * 0.8f, l.y() + bob, l.size(), l.phase(), l.depth()));
        }
        return strip -> {
            float[] rgb = new float[4];
            strip.all((at, x, y) -> {
                if (y < SHORE) {
                    above(x, y, now, rgb);
                    star(x, y, rgb);
                } else {
                    water(x, y, time, now, rgb);
                }
                strip.set(at, rgb[0], rgb[1], rgb[2]);
            });
            paintPads(strip, time, drift, now);
            paintLanterns(strip, time, now);
            paintFlies(strip, time);
        };
    }

    /** Sky, hills and the lights on the other shore. */
    private void shore(float x, float y, List<Bokeh.Disc> lights, float[] rgba) {
        float up = Curve.clamp((SHORE - y) / SHORE);
        float hill =
                SHORE - 0.045f - 0.05f * Noise.layered(x * 2.2f, 3, 3, seed) - 0.02f * Noise.value(x * 22, 1, seed + 2);
        float dark = 1 - 0.88f * Curve.step(hill - 0.004f, hill + 0.004f, y);
        float low = (1 - up) * (1 - up);
        rgba[0] = night.r() * (0.5f + 1.2f * low) * dark;
        rgba[1] = night.g() * (0.5f + 1.3f * low) * dark;
        rgba[2] = night.b() * (0.6f + 1.1f * low) * dark;
        rgba[3] = 1;
        for (Bokeh.Disc disc : lights) {
            float dx = x - disc.x();
            float dy = y - disc.y();
            float r2 = (dx * dx + dy * dy) / (disc.radius() * disc.radius());
            if (r2 < 9) {
                float f = r2 < 1 ? Bokeh.light((float) Math.sqrt(r2), 0.4f) : 0;
                f += 0.05f * (1 - r2 / 9) * (1 - r2 / 9);
                rgba[0] += f * disc.ink().r();
                rgba[1] += f * disc.ink().g();
                rgba[2] += f * disc.ink().b();
            }
        }
    }

    private void star(float x, float y, float[] rgb) {
        int column = Curve.floor(x * 210);
        int line = Curve.floor(y * 210);
        float star = Noise.cell(column, line, seed + 4);
        if (star > 0.9965f && y < SHORE - 0.12f) {
            float d = Curve.length(x * 210 - column - 0.5f, y * 210 - line - 0.5f);
            float f = Curve.step(0.32f, 0.05f, d) * (star - 0.9965f) * 250 * (SHORE - y) / SHORE;
            rgb[0] += f * 0.8f;
            rgb[1] += f * 0.9f;
            rgb[2] += f;
        }
    }

    /** What stands over the pond, and over the water upside down. */
    private void above(float x, float y, List<Lantern> now, float[] rgba) {
        far.sample(x + MARGIN, y, rgba);
        for (Lantern l : now) {
            float dx = (x - l.x()) / l.size();
            float dy = (y - l.y()) / l.size() + 0.55f;
            float f = 0.42f * l.size() / (0.25f + dx * dx + dy * dy);
            rgba[0] += f * FLAME.r();
            rgba[1] += f * FLAME.g();
            rgba[2] += f * FLAME.b();
        }
    }

    private void water(float x, float y, float time, List<Lantern> now, float[] rgb) {
        float below = y - SHORE;
        float depth = 0.085f / (below + 0.012f);
        float wx = (x - stage.aspect() / 2) * depth * 9;
        float wz = depth * 26;
        float a = Noise.layered(wx + time * 0.22f, wz - time * 0.85f, 2, seed + 11) - 0.5f;
        float b = Noise.value(wx * 2.3f - time * 0.35f, wz * 2.1f - time * 1.3f, seed + 12) - 0.5f;
        float calm = 0.35f + 0.65f * Noise.value(wx * 0.12f, wz * 0.10f - time * 0.05f, seed + 13);
        float wave = (a * 1.4f + b * 0.5f) * calm;
        float my = SHORE - below * (1 + 0.35f * b) - wave * (0.10f + 0.55f * below);
        float mx = x + (b * 0.06f + a * 0.05f) * below * calm;
        above(mx, Math.max(0.02f, Math.min(my, SHORE - 0.001f)), now, rgb);
        float see = 0.45f + 0.5f * Curve.fade(below * 5);
        for (int i = 0; i < 3; i++) {
            rgb[i] = rgb[i] * see + 0.0032f * (i + 1);
        }
        for (Lantern l : now) {
            float dx = Math.abs(mx + wave * 0.10f * l.size() * 5 - l.x()) / l.size();
            if (dx < 0.9f && y > l.y() - 0.02f) {
                float dy = Math.abs((l.y() - y) / l.size() - wave * 3.4f + 0.5f);
                float body = Curve.step(0.50f, 0.26f, dx) * Curve.step(1.15f, 0.25f, dy);
                float trail = Curve.step(0.75f, 0.05f, dx) * Curve.fade((y - l.y()) / l.size() * 0.75f);
                float glint = Curve.step(0.06f, 0.40f, wave + 0.14f * b);
                float f = Curve.step(-0.02f, 0.02f, y - l.y()) * (2.2f * body + trail * (0.30f + 7.0f * glint * glint));
                rgb[0] += f * FLAME.r();
                rgb[1] += f * FLAME.g();
                rgb[2] += f * FLAME.b();
            }
        }
        if (below < 0.22f) {
            float mist = Curve.fade(below * 16)
                    * (0.4f + 0.9f * Noise.layered(x * 2.2f + time * 0.05f, y * 9, 2, seed + 15));
            rgb[0] += mist * 0.036f;
            rgb[1] += mist * 0.026f;
            rgb[2] += mist * 0.024f;
        }
    }

    private void paintPads(Strip strip, float time, float drift, List<Lantern> now) {
        Lantern main = now.get(0);
        for (Pad pad : pads) {
            float cx = pad.x() + drift * (pad.y() - SHORE) * 3;
            float cy = pad.y() + 0.002f * Curve.sin(time * 1.3f + pad.turn());
            float flat = 0.30f + 0.25f * (pad.y() - SHORE);
            float soft = strip.stage().pixel() * 1.5f / pad.r();
            strip.each(cx - pad.r(), cy - pad.r() * flat, cx + pad.r(), cy + pad.r() * flat, (at, x, y) -> {
                float u = (x - cx) / pad.r();
                float v = (y - cy) / (pad.r() * flat);
                float d = Curve.length(u, v);
                float angle = Curve.angle(v, u) + pad.turn();
                angle -= 6.2831855f * Curve.floor(angle / 6.2831855f + 0.5f);
                float cover = Curve.step(1, 1 - soft * 2 - 0.02f, d)
                        * Curve.step(0.10f, 0.18f, Math.abs(angle) + 0.25f * (0.3f - d));
                if (cover > 0) {
                    float dx = x - main.x();
                    float dy = (y - main.y()) * 1.8f;
                    float lit = 0.075f / (0.03f + dx * dx + dy * dy);
                    float edge = Curve.step(0.86f, 1, d) * Curve.clamp(0.5f - 3 * (dx * u + dy * v));
                    float rib = 0.8f + 0.2f * Curve.sin(angle * 13);
                    float green = lit * rib * (0.35f + 2.2f * edge);
                    strip.over(at, cover, 0.004f + 0.085f * green, 0.010f + 0.075f * green, 0.010f + 0.014f * green);
                }
            });
        }
    }

    private static void paintLanterns(Strip strip, float time, List<Lantern> now) {
        for (int i = now.size() - 1; i >= 0; i--) {
            Lantern l = now.get(i);
            float flicker =
                    1 + 0.07f * Curve.sin(time * 7.3f + l.phase()) + 0.05f * Curve.sin(time * 12.9f + 2 * l.phase());
            paint(strip, l, flicker);
        }
    }

    /** A bag of paper on a raft of wood; ribs, a seam, and the flame behind them. */
    private static void paint(Strip strip, Lantern l, float flicker) {
        float s = l.size();
        float soft = strip.stage().pixel() / s + 0.25f * l.depth();
        strip.each(l.x() - s, l.y() - 1.4f * s, l.x() + s, l.y() + 0.3f * s, (at, x, y) -> {
            float u = (x - l.x()) / s;
            float v = (y - l.y()) / s;
            float wide = 0.40f + 0.05f * Curve.sin((v + 1) * 3.1415927f);
            float bag = Shape.box(u, v, 0, -0.52f, wide, 0.47f, 0.10f);
            float cover = Curve.step(soft, -soft, bag);
            if (cover > 0) {
                float hx = u * 1.25f;
                float hy = v + 0.36f;
                float glow = 1 / (0.10f + hx * hx * 1.5f + hy * hy * 0.9f);
                float rib = 1 - 0.28f * Curve.step(0.82f, 1, Math.abs(Curve.sin(v * 21)));
                float fold = 1 - 0.22f * Curve.step(0.92f, 1, Math.abs(Curve.sin(u * 9.5f)));
                float fibre = 0.86f + 0.28f * Noise.layered(u * 16, v * 9, 3, 5);
                float shell = 1 - 0.5f * Curve.step(0.25f, 0.45f, Math.abs(u));
                float f = 0.95f * glow * rib * fold * fibre * shell * flicker;
                strip.over(at, cover, f * 1.02f, f * 0.37f, f * 0.075f);
                float flame = Curve.step(1, 0, Curve.length(u * 9, (hy - 0.02f) * 4.6f));
                strip.add(at, cover * flicker * 52 * flame * flame, CORE);
            }
            float raft = Shape.box(u, v, 0, -0.025f, 0.46f, 0.04f, 0.02f);
            strip.over(at, Curve.step(soft, -soft, raft), 0.05f, 0.020f, 0.008f);
            float rim = Shape.box(u, v, 0, -0.985f, 0.37f, 0.018f, 0.015f);
            strip.over(at, Curve.step(soft, -soft, rim) * 0.9f, 0.10f, 0.045f, 0.018f);
        });
    }

    private void paintFlies(Strip strip, float time) {
        Ink ink = new Ink(9.5f, 8.2f, 1.6f);
        for (Fly fly : flies) {
            float t = time * 0.5f + fly.phase();
            float x = fly.x() + fly.reach() * (Curve.sin(t) + 0.5f * Curve.sin(t * 2.3f));
            float y = fly.y() + fly.reach() * 0.7f * (Curve.sin(t * 1.4f + 1) + 0.4f * Curve.sin(t * 3.1f));
            float blink = Curve.step(0.1f, 0.8f, Curve.sin(time * 1.6f + fly.phase() * 3));
            float sharp = 0.0022f / fly.radius();
            Bokeh.Disc disc = new Bokeh.Disc(0, 0, fly.radius(), 0.6f, ink.times(sharp * sharp));
            Bokeh.paint(strip, disc, x, y, blink);
            Bokeh.Disc glow = new Bokeh.Disc(0, 0, fly.radius() * 6, 1, ink.times(0.006f));
            Bokeh.paint(strip, glow, x, y, blink);
        }
    }
}
