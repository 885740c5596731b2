// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** Folds of silk in slow wind, lit from one side: what is shown where a prompt names nothing that is known here. */
final class SilkScene implements Scene {
    /** Crimson, copper, gold, teal, blue, indigo, plum; a yellow green is nobody's silk. */
    private static final float[] HUES = {0.0f, 0.055f, 0.10f, 0.47f, 0.60f, 0.70f, 0.90f};

    private final Stage stage;
    private final int seed;
    private final Ink deep;
    private final Ink cloth;
    private final Ink key;
    private final Ink back;
    private final float lean;
    private final float scale;

    SilkScene(Stage stage, Prompt prompt) {
        this.stage = stage;
        Dice dice = prompt.dice();
        seed = dice.seed();
        float hue = HUES[dice.below(HUES.length)] + dice.in(-0.02f, 0.02f);
        Ink base = hue(hue);
        deep = hue(hue + 0.10f).times(0.012f);
        cloth = base.mix(Ink.WHITE, 0.08f).times(0.42f);
        key = new Ink(1.0f, 0.78f, 0.52f).mix(new Ink(0.75f, 0.88f, 1.0f), dice.next());
        back = hue(hue + dice.in(0.06f, 0.15f)).times(0.30f);
        lean = dice.in(-0.7f, 0.7f);
        scale = dice.in(0.8f, 1.1f);
    }

    /** A saturated colour of the wheel. */
    private static Ink hue(float turn) {
        float a = 6.2831855f * turn;
        float r = 0.5f + 0.5f * Curve.cos(a);
        float g = 0.5f + 0.5f * Curve.cos(a - 2.0944f);
        float b = 0.5f + 0.5f * Curve.cos(a + 2.0944f);
        return new Ink(r * r + 0.01f, g * g * 0.8f + 0.01f, b * b + 0.015f);
    }

    /** The height of the cloth: folds of three sizes along one direction, bent by slow noise. */
    private float height(float px, float py, float time) {
        float x = px * scale + 0.010f * time;
        float y = py * scale;
        float along = x - lean * y;
        float across = y + lean * x;
        float slow = Noise.layered(along * 0.9f + 3, across * 1.5f + 0.05f * time, 2, seed) - 0.5f;
        float quick = Noise.layered(along * 1.6f - 0.03f * time, across * 2.7f, 2, seed + 9) - 0.5f;
        float bent = across + 0.52f * slow + 0.13f * quick;
        float large = Curve.sin(bent * 10.5f + 3.2f * quick + 0.45f * time);
        float middle = Curve.sin(bent * 26 + 7 * slow + along * 1.6f - 0.6f * time);
        float small = Curve.sin(bent * 63 + 16 * quick + along * 4 + 0.3f * time);
        // A rounded ridge and a sharp valley: cloth hangs from its folds.
        float ridge = (float) Math.sqrt(large * large + 0.015f);
        return 0.075f * ridge
                + 0.030f * large
                + 0.017f * middle * (0.8f + slow)
                + 0.0035f * small * (0.6f + 1.5f * quick);
    }

    @Override
    public Moment at(float time) {
        float push = 1 - 0.006f * time;
        float mid = stage.aspect() / 2;
        return strip -> {
            int columns = stage.width() + 1;
            float[] heights = new float[columns * (strip.end() - strip.first() + 1)];
            for (int line = strip.first(); line <= strip.end(); line++) {
                for (int column = 0; column < columns; column++) {
                    float x = mid + (stage.x(column) - mid) * push;
                    float y = 0.5f + (stage.y(line) - 0.5f) * push;
                    heights[(line - strip.first()) * columns + column] = height(x, y, time);
                }
            }
            for (int line = strip.first(); line < strip.end(); line++) {
                for (int column = 0; column < stage.width(); column++) {
                    int i = (line - strip.first()) * columns + column;
                    float h = heights[i];
                    float nx = (h - heights[i + 1]) * stage.height();
                    float ny = (h - heights[i + columns]) * stage.height();
                    shade(strip, strip.at(column, line), stage.x(column), stage.y(line), h, nx, ny);
                }
            }
        };
    }

    private void shade(Strip strip, int at, float x, float y, float h, float slopeX, float slopeY) {
        float size = (float) Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        float nx = slopeX / size;
        float ny = slopeY / size;
        float nz = 1 / size;
        float diffuse = Curve.clamp(-0.50f * nx - 0.66f * ny + 0.56f * nz);
        float far = Curve.clamp(0.45f * nx + 0.75f * ny + 0.15f * nz);
        // Silk shines along its threads: a lobe that is long in one direction and short in the other.
        float hx = nx + 0.20f;
        float hy = ny + 0.42f;
        float sheen = 1 / (1 + 18 * hx * hx + 60 * hy * hy);
        float tight = 1 / (1 + 160 * hx * hx + 900 * hy * hy);
        float thread = 0.88f + 0.24f * Noise.cell(Curve.floor(x * 620), Curve.floor(y * 60), seed);
        float open = Curve.clamp(0.10f + 9 * h);
        float fall = 0.22f + 1.05f * Curve.fade(Curve.length(x - 0.32f * stage.aspect(), (y - 0.30f) * 1.3f) * 1.5f);
        float body = (0.03f + 1.2f * diffuse * fall) * open * thread;
        float gloss = (1.4f * sheen * sheen + 42 * tight * tight) * fall * open * thread;
        Ink ink = deep.plus(cloth.on(key).times(body * 1.5f))
                .plus(cloth.mix(key, 0.35f).times(gloss))
                .plus(back.times(0.45f * far * far * open));
        strip.set(at, ink.r(), ink.g(), ink.b());
    }
}
