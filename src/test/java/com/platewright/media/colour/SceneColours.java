// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scene-linear pixels to compare transforms on, as interleaved RGBA. */
final class SceneColours {
    private SceneColours() {}

    /** Every channel at every level with every other: negatives, zero, and half stops from 2^-14 to beyond 10^4. */
    static float[] grid() {
        List<Float> levels = new ArrayList<>(List.of(-10_000f, -1f, -0.05f, -1e-3f, -1e-8f, -0f, 1e-30f, 1e-7f));
        for (double stop = -14; stop <= 13.5; stop += 0.5) {
            levels.add((float) Math.pow(2, stop));
        }
        int n = levels.size();
        float[] rgba = new float[4 * n * n * n];
        for (int i = 0; i < n * n * n; i++) {
            put(rgba, i, levels.get(i % n), levels.get(i / n % n), levels.get(i / n / n));
        }
        return rgba;
    }

    /** Fine wedges from 10^-5 to 10^4 of greys, near-greys, primaries and secondaries of five saturations. */
    static float[] wedges() {
        double[][] hues = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {0, 1, 1}, {1, 0, 1}, {1, 0.4, 0}, {1, 0, 0.4}};
        double[] saturations = {1e-6, 1e-3, 0.3, 0.95, 1};
        int steps = 2000;
        float[] rgba = new float[4 * steps * hues.length * saturations.length];
        for (int i = 0; i < rgba.length / 4; i++) {
            double[] hue = hues[i % hues.length];
            double saturation = saturations[i / hues.length % saturations.length];
            double level = Math.pow(10, -5 + 9.0 * Math.floor((double) i / hues.length / saturations.length) / steps);
            float[] rgb = new float[3];
            for (int c = 0; c < 3; c++) {
                rgb[c] = (float) (level * (1 - saturation * (1 - hue[c])));
            }
            put(rgba, i, rgb[0], rgb[1], rgb[2]);
        }
        return rgba;
    }

    /** A picture as cameras and renderers make them: a sky, a ground, a sun of 1000, coloured lamps, grain into black. */
    static float[] picture(int width, int height) {
        Random grain = new Random(7);
        double[][] lamps = {
            {0.3, 0.8, 90, 4, 1}, {0.5, 0.7, 1, 30, 60}, {0.7, 0.85, 40, 1, 30}, {0.8, 0.2, 1000, 900, 700}
        };
        float[] rgba = new float[4 * width * height];
        for (int i = 0; i < width * height; i++) {
            double x = (double) (i % width) / width, y = Math.floor((double) i / width) / height;
            double[] rgb =
                    y < 0.6 ? new double[] {0.3 * y, 0.4 * y + 0.1, 0.9 - 0.3 * y} : new double[] {0.09, 0.05, 0.01};
            for (double[] lamp : lamps) {
                double light = Math.exp(-1500 * (Math.pow(x - lamp[0], 2) + Math.pow(y - lamp[1], 2)));
                for (int c = 0; c < 3; c++) {
                    rgb[c] += light * lamp[2 + c];
                }
            }
            for (int c = 0; c < 3; c++) {
                rgb[c] += 0.02 * grain.nextGaussian() * Math.sqrt(rgb[c] + 0.01);
            }
            put(rgba, i, (float) rgb[0], (float) rgb[1], (float) rgb[2]);
        }
        return rgba;
    }

    private static void put(float[] rgba, int pixel, float r, float g, float b) {
        rgba[4 * pixel] = r;
        rgba[4 * pixel + 1] = g;
        rgba[4 * pixel + 2] = b;
        rgba[4 * pixel + 3] = 0.25f;
    }
}
