// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.platewright.qc.report.Scale.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @Test
    void aLogarithmicScaleHoldsOneAndEverythingAsked() {
        Scale scale = Scale.logarithmic(6, 44.6);

        assertThat(scale.ticks()).extracting(Tick::label).containsExactly("0.5", "1", "2", "5", "10", "20", "50");
        assertThat(scale.place().of(0.5)).isZero();
        assertThat(scale.place().of(50)).isEqualTo(1);
        assertThat(scale.place().of(5)).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void aWideScaleNamesDecadesOnly() {
        assertThat(Scale.logarithmic(0.02, 65504).ticks())
                .extracting(Tick::label)
                .containsExactly("0.1", "1", "10", "100", "1000", "10000", "100000");
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "0.00000001"})
    void whatALogarithmCannotShowStandsAtTheFoot(double value) {
        assertThat(Scale.logarithmic(0.3, 2).place().of(value)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 1 %", "0.016, 2 %", "0.0035, 0.4 %", "0.0000011, 0.00015 %"})
    void sharesReachTheNextRoundNumber(double highest, String head) {
        Scale scale = Scale.percent(highest);

        if (highest < 1) {
            assertThat(scale.ticks()).last().extracting(Tick::label).isEqualTo(head);
        }
        assertThat(scale.place().of(highest)).isBetween(0.5, 1.0);
        assertThat(scale.ticks().size()).isBetween(2, 6);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "12, 1", "121, 20", "241, 50", "2000, 200"})
    void frameNumbersAreRound(long frames, long step) {
        assertThat(Scale.frameStep(frames, 12)).isEqualTo(step);
    }
}
