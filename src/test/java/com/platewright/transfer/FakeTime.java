// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Real time that does not wait when asked to sleep, but jumps. */
final class FakeTime implements Timekeeper {
    final List<Duration> slept = new ArrayList<>();
    private Duration jumped = Duration.ZERO;

    @Override
    public Instant now() {
        return Instant.parse("2026-11-22T10:00:00Z").plus(jumped);
    }

    @Override
    public long nanos() {
        return System.nanoTime() + jumped.toNanos();
    }

    @Override
    public void sleep(Duration pause) {
        slept.add(pause);
        jumped = jumped.plus(pause);
    }
}
