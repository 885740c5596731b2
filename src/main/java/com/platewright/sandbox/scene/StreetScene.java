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

    /** Where the camera is and how the air looks, for one frame. */
    private record Now(float time, float z, float vanishX, float vanishY) {}

    private final Stage stage;
    private final int seed;
    private final List<List<NeonSign>> left;
    private final List<List<NeonSign>> right;
    private final Walker walker;
    private final Rain rain;
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
        walker = new Walker(seed, fog, NEON[first], NEON[(first + 1) % NEON.length]);
        rain = new Rain(seed, fog);
        List<NeonSign> signs = new ArrayList<>();
        float[] next = {4.5f, 6.0f};
        for (int i = 0; i < 26; i++) {
            int side = i & 1;
            float deep = dice.in(0.9f, 2.6f);
            float low = dice.in(2.3f, 6.0f);
            float high = low + dice.in(0.7f, 4.4f);
            Ink ink = NEON[(first + (dice.next() < 0.6f ? side : dice.below(NEON.length))) % NEON.length];
            signs.add(new NeonSign(side == 0, next[side], next[side] + deep, low, high, ink, dice.below(3)));
            next[side] += deep + dice.in(0.5f, 3.2f);
        }
        left = blocks(signs.stream().filter(NeonSign::left).toList());
        right = blocks(signs.stream().filter(sign -> !sign.left()).toList());
    }

    /** For every piece of the street the signs that light its wall. */
    private static List<List<NeonSign>> blocks(List<NeonSign> signs) {
        List<List<NeonSign>> blocks = new ArrayList<>();
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
            rain.paint(strip, now.time());
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
        List<List<NeonSign>> side = dx < 0 ? left : right;
        if (block >= 0 && block < side.size()) {
            for (NeonSign sign : side.get(block)) {
                sign.light(along, up, blur, now.time(), rgb);
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
        float foot = now.vanishY() + EYE * FOCAL / z;
        walker.paint(strip, now.vanishX() + walkerX * FOCAL / z, foot, 1.74f * FOCAL / z, now.time());
    }
}
