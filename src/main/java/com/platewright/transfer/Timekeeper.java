// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.time.Duration;
import java.time.Instant;

/** Time and waiting, so that a test need not wait. */
interface Timekeeper {
    Timekeeper SYSTEM = new Timekeeper() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            Thread.sleep(pause.toMillis());
        }
    };

    /** By the wall clock, which a server's dates are compared with. */
    Instant now();

    /** By a clock that nobody sets, for measuring. */
    long nanos();

    void sleep(Duration pause) throws InterruptedException;
}
