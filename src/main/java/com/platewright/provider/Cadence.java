// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing waits: {@code first}, then each time {@code factor} times as long, up to {@code longest}.
 *
 * @param factor 1 or more
 */
public record Cadence(Duration first, double factor, Duration longest) {
    /** Between repetitions of a call that failed. */
    public static final Cadence RETRY = new Cadence(Duration.ofSeconds(1), 2, Duration.ofSeconds(30));

    /** The longest wait that a service can impose at once; it may ask again. */
    public static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    public Cadence {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || !(factor >= 1)) {
            throw new IllegalArgumentException(
                    "waits grow from above zero: first " + first + ", factor " + factor + ", longest " + longest);
        }
    }

    /** The wait after the {@code n}-th try, counted from 0. */
    public Duration step(int n) {
        double nanos = first.toNanos() * Math.pow(factor, n);
        return nanos >= longest.toNanos() ? longest : Duration.ofNanos((long) nanos);
    }

    /**
     * The wait after the {@code n}-th failed try: between half a step and a whole one, so that many clients do not come
     * back at one moment, and not below what the service asked for.
     */
    public Duration retry(int n, Optional<Duration> asked) {
        Duration spread = step(n).dividedBy(2);
        Duration own = spread.plusNanos(ThreadLocalRandom.current().nextLong(spread.toNanos() + 1));
        return atLeast(asked).compareTo(own) > 0 ? atLeast(asked) : own;
    }

    /** What a service asked for, within {@link #LONGEST_ASKED}. */
    static Duration atLeast(Optional<Duration> asked) {
        return asked.map(a -> a.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : a)
                .orElse(Duration.ZERO);
    }
}
