// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.time.Duration;

/** The end of somebody's patience, on the clock that never goes back. */
public final class Deadline {
    private final Timekeeper time;
    private final Duration length;
    private final long start;

    private Deadline(Timekeeper time, Duration length) {
        this.time = time;
        this.length = length;
        this.start = time.nanos();
    }

    /** A deadline that far from now. */
    public static Deadline after(Duration length, Timekeeper time) {
        return new Deadline(time, length);
    }

    /** How long was granted in all. */
    public Duration length() {
        return length;
    }

    /** How long is left; zero when it has passed. */
    public Duration left() {
        Duration left = length.minusNanos(time.nanos() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean passed() {
        return left().isZero();
    }
}
