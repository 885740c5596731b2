// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.platewright.provider.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that moves only by sleeping, and then at once; it remembers each sleep. */
final class HurriedTime implements Timekeeper {
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

    @Override
    public Instant now() {
        return Instant.parse("2026-03-01T12:00:00Z").plus(slept());
    }

    @Override
    public long nanos() {
        return slept().toNanos();
    }

    @Override
    public void sleep(Duration time) {
        sleeps.add(time);
    }

    List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
