// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Random;

/** Scene-linear colours on which a fast transform is compared with OpenColorIO before it is used. */
final class TestColours {
    /** Of each channel with each of the others: below black, black, shadows, surfaces, lights. */
    private static final float[] LEVELS = {
        -1, -0.1f, -0.01f, -1e-4f, 0, 1e-6f, 1e-4f, 1e-3f, 0.004f, 0.01f, 0.02f, 0.05f, 0.1f, 0.18f, 0.3f, 0.5f, 0.8f,
        1, 1.5f, 3, 8, 16, 60, 400, 10_000, 65_504
    };

    private static final int RANDOM = 24_000;

    private TestColours() {}

    /** Some 40,000 pixels of RGBA, always the same. */
    static FloatBuffer sceneLinear() {
        int grid = LEVELS.length * LEVELS.length * LEVELS.length;
        FloatBuffer rgba = ByteBuffer.allocateDirect(4 * (grid + RANDOM) * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < grid; i++) {
            rgba.put(LEVELS[i % LEVELS.length])
                    .put(LEVELS[i / LEVELS.length % LEVELS.length])
                    .put(LEVELS[i / LEVELS.length / LEVELS.length])
                    .put(1);
        }
        Random random = new Random(42);
        for (int i = 0; i < RANDOM; i++) {
            putRandom(rgba, random, i % 4);
        }
        return rgba.flip();
    }

    /** From 2^-12 to 2^8, the more colourful the higher the kind is; kind 0 is nearly grey. */
    private static void putRandom(FloatBuffer rgba, Random random, int kind) {
        double exposure = random.nextDouble() * 20 - 12;
        double spread = kind == 0 ? 0.02 : kind;
        for (int c = 0; c < 3; c++) {
            rgba.put((float) Math.pow(2, exposure + spread * random.nextGaussian()));
        }
        rgba.put(1);
    }
}
