// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** Curves for pictures: smooth, cheap and the same on every machine. None is meant for geodesy. */
final class Curve {
    private static final float TURN = 6.2831855f;

    private Curve() {}

    /** A sine within 0.001; the argument in radians, up to a few thousand. */
    static float sin(float x) {
        float turns = x / TURN;
        turns -= floor(turns + 0.5f);
        float wave = turns * (8 - 16 * Math.abs(turns));
        return wave * (0.775f + 0.225f * Math.abs(wave));
    }

    static float cos(float x) {
        return sin(x + TURN / 4);
    }

    /** A falling exponential: {@code e^-x} within 3 % for x from 0 to 4, below that everywhere beyond; 1 for x up to 0. */
    static float fade(float x) {
        if (x <= 0) {
            return 1;
        }
        float step = 1 / (1 + x * 0.0625f * (1 + x * 0.03125f));
        float two = step * step;
        float four = two * two;
        float eight = four * four;
        return eight * eight;
    }

    /** 0 below {@code from}, 1 above {@code to}, smooth between; also falling, where {@code from} is the larger. */
    static float step(float from, float to, float x) {
        float t = clamp((x - from) / (to - from));
        return t * t * (3 - 2 * t);
    }

    static float clamp(float x) {
        return x < 0 ? 0 : x > 1 ? 1 : x;
    }

    static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }

    static int floor(float x) {
        int whole = (int) x;
        return x < whole ? whole - 1 : whole;
    }

    static float length(float x, float y) {
        return (float) Math.sqrt(x * x + y * y);
    }

    /** The angle of a direction, from -pi to pi, within 0.004. */
    static float angle(float y, float x) {
        float ax = Math.abs(x);
        float ay = Math.abs(y);
        float low = Math.min(ax, ay);
        float t = low / (Math.max(ax, ay) + 1e-20f);
        float a = t * (0.7853982f + 0.273f * (1 - t));
        float first = ay > ax ? 1.5707964f - a : a;
        float half = x < 0 ? 3.1415927f - first : first;
        return y < 0 ? -half : half;
    }
}
