// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

/** Seconds since it was started. */
final class Stopwatch {
    private final long start = System.nanoTime();

    static Stopwatch start() {
        return new Stopwatch();
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
