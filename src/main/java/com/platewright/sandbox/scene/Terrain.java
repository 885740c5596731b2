// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.stream.IntStream;

/**
 * Dunes on a square grid that repeats at its edges, lit by a low sun. Lengths are in metres; {@code z} is away from the camera,
 * heights are up.
 */
final class Terrain {
    private static final int SIZE = 1024;
    private static final int MASK = SIZE - 1;
    private static final float CELL = 0.55f;
    private static final float SPAN = SIZE * CELL;

    private final float[] height = new float[SIZE * SIZE];
    private final float[] light = new float[SIZE * SIZE];

    /** The light comes from {@code (sunX, sunZ)}, a unit vector in plan, at a slope of {@code rise}. */
    Terrain(Dice dice, float sunX, float sunZ, float rise) {
        int seed = dice.seed();
        float skew = dice.in(0.25f, 0.5f);
        IntStream.range(0, SIZE).parallel().forEach(row -> {
            for (int column = 0; column < SIZE; column++) {
                height[row * SIZE + column] = dunes(column * CELL, row * CELL, skew, seed);
            }
        });
        IntStream.range(0, SIZE).parallel().forEach(row -> {
            for (int column = 0; column < SIZE; column++) {
                light[row * SIZE + column] = lit(column, row, sunX, sunZ, rise);
            }
        });
    }

    /** Two trains of dunes, gentle to windward and steep to leeward, that swell and die away along their crests. */
    private static float dunes(float x, float z, float skew, int seed) {
        float edge = seam(x) * seam(z);
        float bend =
                26 * Noise.layered(x * 0.011f, z * 0.011f, 2, seed) + 7 * Noise.value(x * 0.05f, z * 0.05f, seed + 1);
        float large = crest((z + skew * x + bend * 1.5f) / 74)
                * (3.5f + 9.5f * Noise.value(x * 0.013f, z * 0.012f, seed + 2));
        float small = crest((z - 0.3f * x + bend) / 27) * (0.2f + 2.6f * Noise.value(x * 0.03f, z * 0.03f, seed + 3));
        return (large + small) * edge;
    }

    private static float crest(float phase) {
        float p = phase - Curve.floor(phase);
        float up = p / 0.72f;
        return p < 0.72f ? up * up * (1.6f - 0.6f * up) : (1 - p) / 0.28f;
    }

    private static float seam(float at) {
        float edge = Math.min(at, SPAN - at);
        return Curve.step(0, 40, edge);
    }

    private float lit(int column, int row, float sunX, float sunZ, float rise) {
        float here = height[row * SIZE + column];
        float dx = (cell(column + 1, row) - cell(column - 1, row)) / (2 * CELL);
        float dz = (cell(column, row + 1) - cell(column, row - 1)) / (2 * CELL);
        float facing = (rise - dx * sunX - dz * sunZ) / (float) Math.sqrt((1 + dx * dx + dz * dz) * (1 + rise * rise));
        if (facing <= 0) {
            return 0;
        }
        float open = 1;
        for (int i = 1; i < 64; i++) {
            float distance = i * CELL * (1 + i * 0.035f);
            float over = height(column * CELL + sunX * distance, row * CELL + sunZ * distance) - here - rise * distance;
            open = Math.min(open, 0.5f - over / (0.02f * distance + 0.05f));
            if (open <= 0) {
                return 0;
            }
        }
        return facing * Curve.clamp(open);
    }

    private float cell(int column, int row) {
        return height[(row & MASK) * SIZE + (column & MASK)];
    }

    float height(float x, float z) {
        return sample(height, x, z);
    }

    /** How much of the sun reaches the ground, and at which angle: 0 to 1. */
    float light(float x, float z) {
        return sample(light, x, z);
    }

    private static float sample(float[] grid, float x, float z) {
        float px = x / CELL;
        float pz = z / CELL;
        int ix = Curve.floor(px);
        int iz = Curve.floor(pz);
        float fx = px - ix;
        float fz = pz - iz;
        int row = (iz & MASK) * SIZE;
        int next = ((iz + 1) & MASK) * SIZE;
        int left = ix & MASK;
        int right = (ix + 1) & MASK;
        float near = grid[row + left] + (grid[row + right] - grid[row + left]) * fx;
        float far = grid[next + left] + (grid[next + right] - grid[next + left]) * fx;
        return near + (far - near) * fz;
    }
}
