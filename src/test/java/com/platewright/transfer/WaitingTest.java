// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "120|120", " 5 |5", "Sun, 22 Nov 2026 10:02:00 GMT|120", "Sun, 22 Nov 2026 09:00:00 GMT|0"})
    void retryAfterIsReadInBothForms(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "Sun, 99 Nov 2026 10:02:00 GMT"})
    void nonsenseAsksForNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void pausesDoubleWithARandomHalfUpToTheLongest() {
        for (int failures = 1; failures < 100; failures++) {
            long full = Math.min(30_000, 1000L << Math.min(20, failures - 1));
            assertThat(Backoff.USUAL.pause(failures, Optional.empty(), random).toMillis())
                    .isBetween(full / 2, full);
        }
    }

    @Test
    void serverIsGrantedMoreThanOurOwnPauseButNotForEver() {
        assertThat(Backoff.USUAL.pause(1, Optional.of(Duration.ofSeconds(40)), random))
                .isEqualTo(Duration.ofSeconds(40));
        assertThat(Backoff.USUAL.pause(1, Optional.of(Duration.ofDays(9)), random))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(Backoff.USUAL.pause(5, Optional.of(Duration.ZERO), random))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(8));
    }
}
