// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.ArrayList;
import java.util.List;

/** A narrow street at night in the rain: neon signs, windows, their light on the wet ground, someone under an umbrella. */
final class StreetScene implements Scene {
    /** Half the street's width, the camera's height and that of the houses, in metres. */
    private static final float WALL = 4.6f;

    private static final float EYE = 1.55f;
    private static final float ROOF = 21;
    private static final float FOCAL = 1.15f;
    private static final float FARTHEST = 120;

    /** How long a piece of the street is that knows its own signs, and how far a sign lights the wall beside it. */
    private static final float BLOCK = 3;

    private static final float THROW = 2.2f;

    private static final Ink[] NEON = {
        new Ink(1.0f, 0.04f, 0.22f),
        new Ink(0.03f, 0.55f, 1.0f),
        new Ink(1.0f, 0.36f, 0.03f),
        new Ink(0.10f, 1.0f, 0.55f),
        new Ink(0.62f, 0.06f, 1.0f),
    };

    /** A sign on a wall, from {@code near} to {@code far} along the street and from {@code low} to {@code high} above it. */
    private record Sign(boolean left, float near, float far, float low, float high, Ink ink, int style) {}

    /** Where the camera is and how the air looks, for one frame. */
    private record Now(float time, float z, float vanishX, float vanishY) {}

    private final Stage stage;
    private final int seed;
    private final List<List<Sign>> left;
    private final List<List<Sign>> right;
    private final Ink[] lamps;
    private final Ink fog;
    private final float walkerX;

    StreetScene(Stage stage, Prompt prompt) {
        this.stage = stage;
        Dice dice = prompt.dice();
        seed = dice.seed();
        int first = dice.below(NEON.length);
        fog = NEON[first]
                .mix(NEON[(first + 1) % NEON.length], 0.5f)
                .times(0.10f)
                .plus(new Ink(0.022f, 0.030f, 0.050f));
        walkerX = dice.next() < 0.5f ? -0.95f : 1.05f;
        lamps = new Ink[] {NEON[first], NEON[(first + 1) % NEON.length]};
        List<Sign> signs = new ArrayList<>();
        float[] next = {4.5f, 6.0f};
        for (int i = 0; i < 26; i++) {
            int side = i & 1;
            float deep = dice.in(0.9f, 2.6f);
            float low = dice.in(2.3f, 6.0f);
            float high = low + dice.in(0.7f, 4.4f);
            Ink ink = NEON[(first + (dice.next() < 0.6f ? side : dice.below(NEON.length))) % NEON.length];
            signs.add(new Sign(side == 0, next[side], next[side] + deep, low, high, ink, dice.below(3)));
            next[side] += deep + dice.in(0.5f, 3.2f);
        }
        left = blocks(signs.stream().filter(Sign::left).toList());
        right = blocks(signs.stream().filter(sign -> !sign.left()).toList());
    }

    /** For every piece of the street the signs that light its wall. */
    private static List<List<Sign>> blocks(List<Sign> signs) {
        List<List<Sign>> blocks = new ArrayList<>();
        for (int i = 0; i * BLOCK < FARTHEST; i++) {
            float from = i * BLOCK - THROW;
            float to = (i + 1) * BLOCK + THROW;
            blocks.add(
                    signs.stream().filter(s -> s.far() > from && s.near() < to).toList());
        }
        return blocks;
    }

    @Override
    public Moment at(float time) {
        float sway = 0.004f * Curve.sin(time * 1.1f);
        Now now = new Now(time, 0.42f * time, stage.aspect() * 0.5f + sway, 0.46f + 0.002f * Curve.sin(time * 2.2f));
        return strip -> {
            float[] rgb = new float[3];
            strip.all((at, x, y) -> {
                ray(x, y, now, rgb);
                strip.set(at, rgb[0], rgb[1], rgb[2]);
            });
            traffic(strip, now);
            walker(strip, now);
            rain(strip, now);
        };
    }

    private void ray(float x, float y, Now now, float[] rgb) {
        float dx = x - now.vanishX();
        float dy = y - now.vanishY();
        float wall = Math.min(FARTHEST, WALL * FOCAL / (Math.abs(dx) + 1e-5f));
        float ground = dy > 0 ? EYE * FOCAL / dy : Float.MAX_VALUE;
        if (wall < ground) {
            facade(dx, wall, EYE - dy * wall / FOCAL, 0, now, rgb);
        } else {
            street(dx, dy, ground, now, rgb);
        }
    }

    /** A wall {@code z} metres ahead, {@code up} metres above the street; {@code blur} in metres, for what water shows. */
    private void facade(float dx, float z, float up, float blur, Now now, float[] rgb) {
        float mist = 1 - Curve.fade(z * 0.030f);
        if (up > ROOF + 5 * Noise.cell(Curve.floor((z + now.z()) / 7), dx < 0 ? 1 : 2, seed)) {
            float glow = 0.55f + 0.9f * Curve.fade(up * 0.03f);
            rgb[0] = fog.r() * glow;
            rgb[1] = fog.g() * glow;
            rgb[2] = fog.b() * glow;
            return;
        }
        float along = z + now.z();
        float brick = 0.010f + 0.012f * Noise.value(along * 3, up * 3, seed + 1);
        rgb[0] = brick * 1.1f;
        rgb[1] = brick;
        rgb[2] = brick * 1.1f;
        window(dx < 0 ? 3 : 8, along, up, blur, rgb);
        int block = Curve.floor(along / BLOCK);
        List<List<Sign>> side = dx < 0 ? left : right;
        if (block >= 0 && block < side.size()) {
            for (Sign sign : side.get(block)) {
                light(sign, along, up, blur, now.time(), rgb);
            }
        }
        rgb[0] = Curve.mix(rgb[0], fog.r(), mist);
        rgb[1] = Curve.mix(rgb[1], fog.g(), mist);
        rgb[2] = Curve.mix(rgb[2], fog.b(), mist);
    }

    private void window(int side, float along, float up, float blur, float[] rgb) {
        float u = along / 1.7f;
        float v = up / 2.7f;
        int column = Curve.floor(u);
        int floor = Curve.floor(v);
        float lit = Noise.cell(column, floor, seed + side);
        if (lit < 0.62f || up < 2.5f) {
            return;
        }
        float soft = 0.02f + blur;
        float box = Shape.box(u - column - 0.5f, v - floor - 0.5f, 0, 0, 0.30f, 0.27f, 0.02f);
        float f = Curve.step(soft, -soft, box) * (lit - 0.60f) * 1.9f;
        f *= 0.55f + 0.45f * Curve.step(0.02f, 0.05f, Math.abs(u - column - 0.5f)) + 0.3f * (v - floor);
        boolean cool = Noise.cell(column, floor, seed + side + 50) > 0.7f;
        rgb[0] += f * (cool ? 0.30f : 1.0f);
        rgb[1] += f * (cool ? 0.55f : 0.58f);
        rgb[2] += f * (cool ? 0.80f : 0.22f);
    }

    /** A sign's tubes and strokes, and what they throw on the wall around. */
    private static void light(Sign sign, float along, float up, float blur, float time, float[] rgb) {
        float cx = (sign.near() + sign.far()) / 2;
        float cy = (sign.low() + sign.high()) / 2;
        float hx = (sign.far() - sign.near()) / 2;
        float hy = (sign.high() - sign.low()) / 2;
        float box = Shape.box(along, up, cx, cy, hx, hy, 0.15f);
        float soft = 0.025f + blur;
        float tube = Curve.step(0.05f + soft, 0.02f, Math.abs(box + 0.12f));
        float inside = Curve.step(soft, -soft, box + 0.20f);
        float u = (along - sign.near()) / (2 * hx);
        float v = (up - sign.low()) / (2 * hy);
        float stroke = inside > 0 ? stroke(sign, u, v, hy / hx, soft / hx) : 0;
        float flicker = sign.style() == 2 && Curve.sin(time * 31) * Curve.sin(time * 3.7f + cx) > 0.55f ? 0.35f : 1;
        float near = Math.max(0, box);
        float halo = 0.32f / (1 + near * near * 9) + 0.05f / (1 + near * near);
        float f = flicker * (10.5f * tube + inside * (0.30f + 9 * stroke) + halo);
        rgb[0] += f * sign.ink().r() + 2.2f * tube * flicker;
        rgb[1] += f * sign.ink().g() + 2.2f * tube * flicker;
        rgb[2] += f * sign.ink().b() + 2.2f * tube * flicker;
    }

    /** Bars, rings or crosses, one below the other: writing of no language. */
    private static float stroke(Sign sign, float u, float v, float tall, float soft) {
        float rows = Math.max(1, Math.round(tall * 1.1f));
        float fv = v * rows - Curve.floor(v * rows) - 0.5f;
        float fu = (u - 0.5f) * 1.35f;
        int row = Curve.floor(v * rows);
        float kind = Noise.cell(row, sign.style(), 911);
        float ring = Math.abs(Curve.length(fu, fv) - 0.27f);
        float bar =
                Math.min(Shape.box(fu, fv, 0, 0.18f, 0.30f, 0.001f, 0), Shape.box(fu, fv, 0.08f, 0, 0.001f, 0.3f, 0));
        float cross = Math.min(bar, Shape.taper(fu, fv, -0.26f, -0.26f, 0.2f, 0.05f, 0, 0));
        float d = kind < 0.33f ? ring : kind < 0.66f ? bar : cross;
        return Curve.step(0.055f + soft, 0.02f, d);
    }

    private void street(float dx, float dy, float z, Now now, float[] rgb) {
        float x = dx * z / FOCAL;
        float along = z + now.z();
        float puddle = Noise.layered(x * 0.55f, along * 0.35f, 2, seed + 20);
        float wet = Curve.step(0.40f, 0.58f, puddle);
        float rough = Noise.layered(x * 7, along * 4, 2, seed + 21) - 0.5f;
        float ring = drops(x, along, now.time()) * wet;
        float shake = rough * (0.085f - 0.065f * wet) + 0.05f * ring;
        float mirrorX = dx + shake * (0.05f + 0.5f * dy);
        float mirrorY = dy * (1 + 1.6f * shake) + shake * 0.03f;
        float wall = Math.min(FARTHEST, WALL * FOCAL / (Math.abs(mirrorX) + 1e-5f));
        facade(mirrorX, wall, Math.max(0, mirrorY * wall / FOCAL - EYE), 0.05f + 0.35f * (1 - wet), now, rgb);
        float steep = dy / (FOCAL + dy);
        float fresnel = (0.16f + 0.62f * (1 - steep) * (1 - steep) * (1 - steep)) * (0.42f + 0.58f * wet);
        float asphalt = 0.004f + 0.006f * Noise.value(x * 26, along * 26, seed + 23);
        rgb[0] = rgb[0] * fresnel + asphalt + 0.10f * fog.r();
        rgb[1] = rgb[1] * fresnel + asphalt + 0.10f * fog.g();
        rgb[2] = rgb[2] * fresnel + asphalt + 0.12f * fog.b();
    }

    /** Rings where drops hit the water: the slope, -1 to 1. */
    private float drops(float x, float along, float time) {
        float u = x * 2.6f;
        float v = along * 2.6f;
        int column = Curve.floor(u);
        int row = Curve.floor(v);
        float age = time * 1.7f + Noise.cell(column, row, seed + 30);
        int drop = Curve.floor(age);
        age -= drop;
        float cx = 0.3f + 0.4f * Noise.cell(column, row, seed + 31 + drop);
        float cy = 0.3f + 0.4f * Noise.cell(column, row, seed + 57 + drop);
        float d = Curve.length(u - column - cx, v - row - cy) - 0.32f * age;
        return Curve.step(0.09f, 0, Math.abs(d)) * Curve.sin(d * 50) * (1 - age);
    }

    /** Lamps of cars far down the street, out of focus. */
    private void traffic(Strip strip, Now now) {
        for (int i = 0; i < 9; i++) {
            float z = 22 + 34 * Noise.cell(i, 1, seed) - now.time() * (i % 2 == 0 ? 1.1f : -0.3f);
            float lane = (i % 2 == 0 ? -1 : 1) * (0.9f + Noise.cell(i, 2, seed));
            float mist = Curve.fade(z * 0.02f);
            Ink ink =
                    i % 2 == 0 ? new Ink(1, 0.86f, 0.62f).times(70 * mist) : new Ink(1, 0.05f, 0.02f).times(16 * mist);
            float r = 0.0085f + 0.10f / z;
            for (int lamp = -1; lamp <= 1; lamp += 2) {
                float x = now.vanishX() + (lane + 0.55f * lamp) * FOCAL / z;
                float y = now.vanishY() + 0.85f * FOCAL / z;
                Bokeh.paint(strip, new Bokeh.Disc(0, 0, r, 0.25f, ink), x, y, 0.55f);
                float down = now.vanishY() + 1.9f * FOCAL / z;
                strip.each(x - r, down, x + r, down + 0.16f, (at, px, py) -> {
                    float across = Curve.step(r, 0, Math.abs(px - x + 0.006f * Curve.sin(py * 190 + now.time() * 5)));
                    strip.add(at, 0.035f * across * Curve.fade((py - down) * 22), ink);
                });
            }
        }
    }

    private void walker(Strip strip, Now now) {
        float z = 5.4f - 0.05f * now.time();
        float size = 1.74f * FOCAL / z;
        float cx = now.vanishX() + walkerX * FOCAL / z;
        float foot = now.vanishY() + EYE * FOCAL / z;
        float step = Curve.sin(now.time() * 4.2f);
        float soft = stage.pixel() / size;
        strip.each(cx - 0.5f * size, foot - 1.25f * size, cx + 0.5f * size, foot + 0.9f * size, (at, x, y) -> {
            float u = (x - cx) / size;
            float v = (y - foot) / size;
            if (v > 0.01f) {
                float shown = figure(u + 0.04f * Noise.value(v * 30, u * 3 + now.time() * 2, seed), -v, step);
                strip.over(at, 0.72f * Curve.step(0.03f, -0.03f, shown) * Curve.step(0.85f, 0.1f, v), fog.times(0.25f));
                return;
            }
            float d = figure(u, v, step);
            float canopy = canopy(u, v);
            Ink side = lamps[0].mix(lamps[1], Curve.step(-0.25f, 0.25f, u));
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

    /** Three curtains of rain, the nearer the longer and faster; each streak brightens what is behind it. */
    private void rain(Strip strip, Now now) {
        for (int layer = 1; layer <= 3; layer++) {
            float wide = 260f / layer;
            float stretch = 1.6f / layer;
            int columns = Curve.floor((stage.aspect() + 0.06f) * wide) + 1;
            for (int column = 0; column < columns; column++) {
                float speed = 1.5f + 0.9f * layer + Noise.cell(column, layer, seed + 40);
                float start = 9 * Noise.cell(column, layer, seed + 41) - speed * now.time() * stretch;
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
