// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** Chance that looks the same each time: hashes, and smooth noise over the plane. */
final class Noise {
    private static final int BITS = 8;
    private static final int MASK = (1 << BITS) - 1;
    private static final float[] LATTICE = lattice();

    private Noise() {}

    private static float[] lattice() {
        float[] lattice = new float[1 << (2 * BITS)];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = cell(i & MASK, i >> BITS, 0x51ED);
        }
        return lattice;
    }

    /** A well-mixed 32-bit hash. */
    static int hash(int x) {
        int h = x * 0x9E3779B1;
        h ^= h >>> 15;
        h *= 0x85EBCA77;
        h ^= h >>> 13;
        h *= 0xC2B2AE3D;
        return h ^ (h >>> 16);
    }

    static int hash(int x, int y, int seed) {
        return hash(x * 0x27D4EB2F + y * 0x165667B1 + seed);
    }

    /** 0 to 1 for a cell of the plane. */
    static float cell(int x, int y, int seed) {
        return (hash(x, y, seed) >>> 8) * 0x1p-24f;
    }

    /** Smooth value noise, 0 to 1, with features of the size of 1; it repeats after 256. */
    static float value(float x, float y, int seed) {
        int ix = Curve.floor(x);
        int iy = Curve.floor(y);
        float fx = x - ix;
        float fy = y - iy;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        int column = ix + seed * 29;
        int row = ((iy + seed * 67) & MASK) << BITS;
        int below = (row + MASK + 1) & (MASK << BITS);
        int left = column & MASK;
        int right = (column + 1) & MASK;
        float top = LATTICE[row | left] + (LATTICE[row | right] - LATTICE[row | left]) * fx;
        float bottom = LATTICE[below | left] + (LATTICE[below | right] - LATTICE[below | left]) * fx;
        return top + (bottom - top) * fy;
    }

    /** Layers of value noise, each half as strong and twice as fine as the one before; 0 to 1, around 0.5. */
    static float layered(float x, float y, int layers, int seed) {
        float sum = 0;
        float weight = 0.5f;
        float total = 0;
        for (int i = 0; i < layers; i++) {
            sum += weight * value(x, y, seed + i * 101);
            total += weight;
            weight *= 0.5f;
            // Turned by 37 degrees and doubled, so that the layers' grids do not show.
            float turned = 1.6f * x - 1.2f * y;
            y = 1.2f * x + 1.6f * y + 3.7f;
            x = turned;
        }
        return sum / total;
    }
}
