// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.time.Duration;
import java.time.Instant;

/** The time and the only way to let it pass. */
public interface Timekeeper {
    /** The wall clock, for dates that others wrote. */
    Instant now();

    /** A clock in nanoseconds that never goes back, for durations. */
    long nanos();

    void sleep(Duration time) throws InterruptedException;

    static Timekeeper system() {
        return new Timekeeper() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
            }
        };
    }
}
