// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.List;

/**
 * What an edited movie shall look like, by the words of its prompt: the colour of the light that falls on it, the colour of what
 * the light leaves over, and where it comes from.
 *
 * @param key the colour of the light, the strongest channel being 1
 * @param shade the colour of shadows and outlines, likewise
 * @param ambient how much light there is without it: little at night
 * @param x where the light comes from, as a share of the picture's width
 * @param y the same of its height
 */
record Look(Ink key, Ink shade, float ambient, float x, float y) {

    private record Mood(List<String> words, Ink key, Ink shade, float ambient) {
        Mood(String words, Ink key, Ink shade, float ambient) {
            this(List.of(words.split(" ")), key, shade, ambient);
        }
    }

    private static final List<Mood> MOODS = List.of(
            new Mood(
                    "warm evening sunset sunrise golden gold fire candle amber dusk autumn desert lantern",
                    new Ink(1, 0.56f, 0.20f),
                    new Ink(0.36f, 0.30f, 1),
                    0.34f),
            new Mood(
                    "night moon moonlight midnight dark winter snow ice cold storm blue rain",
                    new Ink(0.48f, 0.70f, 1),
                    new Ink(0.10f, 0.22f, 1),
                    0.20f),
            new Mood(
                    "neon cyberpunk club arcade futuristic hologram robot android",
                    new Ink(1, 0.16f, 0.62f),
                    new Ink(0.06f, 0.72f, 1),
                    0.22f),
            new Mood(
                    "forest jungle moss alien toxic swamp underwater sea ocean emerald green",
                    new Ink(0.42f, 1, 0.58f),
                    new Ink(0.05f, 0.40f, 1),
                    0.30f),
            new Mood(
                    "marble stone clay silver chrome studio white bronze steel porcelain statue",
                    new Ink(1, 0.96f, 0.88f),
                    new Ink(0.62f, 0.74f, 1),
                    0.45f));

    static Look of(Prompt prompt) {
        Dice dice = prompt.dice();
        Mood chosen = new Mood(List.of(), hue(dice.next()), hue(dice.next()), dice.in(0.22f, 0.4f));
        int most = 0;
        for (Mood mood : MOODS) {
            int said = prompt.says(mood.words());
            if (said > most) {
                most = said;
                chosen = mood;
            }
        }
        boolean left = prompt.says("left") > 0 || (prompt.says("right") == 0 && dice.next() < 0.5f);
        float x = left ? dice.in(-0.05f, 0.22f) : dice.in(0.78f, 1.05f);
        float lean = dice.in(-0.12f, 0.12f);
        Ink key = new Ink(
                chosen.key().r(),
                Curve.clamp(chosen.key().g() + lean),
                Curve.clamp(chosen.key().b() - lean));
        return new Look(key, chosen.shade(), chosen.ambient(), x, dice.in(0.05f, 0.4f));
    }

    /** A strong colour from around the circle, 0 to 1. */
    private static Ink hue(float turn) {
        return new Ink(wave(turn), wave(turn + 0.667f), wave(turn + 0.333f));
    }

    private static float wave(float turn) {
        float half = 0.5f + 0.5f * Curve.cos(turn * 6.2831855f);
        return 0.12f + 0.88f * half;
    }
}
