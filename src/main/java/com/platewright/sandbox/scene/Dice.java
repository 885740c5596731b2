// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** Numbers that a prompt determines, one after the other (splitmix64). */
final class Dice {
    private long state;

    Dice(long state) {
        this.state = state;
    }

    /** 0 to 1. */
    float next() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 40) * 0x1p-24f;
    }

    float in(float from, float to) {
        return from + (to - from) * next();
    }

    /** 0 to {@code count - 1}. */
    int below(int count) {
        return Math.min(count - 1, (int) (next() * count));
    }

    int seed() {
        return (int) (next() * 0x1p24f);
    }
}
