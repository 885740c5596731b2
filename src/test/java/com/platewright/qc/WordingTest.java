// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "12, 12",
        "0.5, 0.5",
        "65504, 65504",
        "999.96, 1000",
        "-0.1, -0.1",
        "0.00012346, 0.0001235",
        "9.99996, 10",
        "1234.6, 1235"
    })
    void numbersHaveFourDigitsThatMean(double value, String said) {
        assertThat(Wording.number(value)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "1, 100 %", "0.0123, 1.23 %", "0.00002, 0.002 %", "0.000000001, under 0.001 %"})
    void aShareAboveNothingNeverReadsAsNothing(double share, String said) {
        assertThat(Wording.percent(share)).isEqualTo(said);
    }
}
