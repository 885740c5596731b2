// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static final Cadence CADENCE = new Cadence(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(10));

    @Test
    void waitsGrowToTheLongestAndStay() {
        assertThat(CADENCE.step(0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(CADENCE.step(1)).isEqualTo(Duration.ofSeconds(3));
        assertThat(CADENCE.step(4)).isEqualTo(Duration.ofSeconds(10));
        assertThat(CADENCE.step(100_000)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aRetryWaitsBetweenHalfAStepAndOneAndAtLeastAsAsked() {
        for (int i = 0; i < 1000; i++) {
            assertThat(CADENCE.retry(1, Optional.empty())).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(3));
        }
        assertThat(CADENCE.retry(1, Optional.of(Duration.ofSeconds(7)))).isEqualTo(Duration.ofSeconds(7));
        assertThat(CADENCE.retry(0, Optional.of(Duration.ofDays(1)))).isEqualTo(Cadence.LONGEST_ASKED);
    }

    @Test
    void aCadenceThatWouldNotWaitOrShrinkIsRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Cadence(Duration.ZERO, 2, second)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new Cadence(second, 0.5, second)).hasMessageContaining("0.5");
        assertThatThrownBy(() -> new Cadence(second, Double.NaN, second)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Cadence(second, 2, Duration.ofMillis(1))).hasMessageContaining("PT0.001S");
    }

    @Test
    void theSystemsTimeSleepsAsLongAsItSays() throws InterruptedException {
        Timekeeper time = Timekeeper.system();
        Deadline deadline = Deadline.after(Duration.ofMillis(50), time);
        assertThat(deadline.passed()).isFalse();
        time.sleep(Duration.ofMillis(60));
        assertThat(deadline.passed()).isTrue();
        assertThat(deadline.left()).isZero();
    }
}
