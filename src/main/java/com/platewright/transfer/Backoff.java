// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: doubling, with a random half so that many clients do not come back together, and
 * at least what the server asks for, up to a limit.
 *
 * @param first pause after the first failure, before the random half is taken off
 * @param longest pause of our own
 * @param patience longest pause that is granted to a server
 */
public record Backoff(Duration first, Duration longest, Duration patience) {
    private static final int MOST_DOUBLINGS = 20;

    /** 1 s, 2 s, 4 s … 30 s; five minutes for a server that asks. */
    public static final Backoff USUAL =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(5));

    /**
     * The pause before the next try.
     *
     * @param failures so far, 1 or more
     * @param asked the server's Retry-After
     */
    public Duration pause(int failures, Optional<Duration> asked, RandomGenerator random) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        long full = Math.min(doubled.toMillis(), longest.toMillis());
        Duration own = Duration.ofMillis(full - random.nextLong(full / 2 + 1));
        return asked.map(wish -> wish.compareTo(patience) < 0 ? wish : patience)
                .filter(wish -> wish.compareTo(own) > 0)
                .orElse(own);
    }
}
