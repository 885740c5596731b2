// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.provider.ProviderError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ErrorTableTest {
    @ParameterizedTest(name = "{0} under HTTP {1} means {2}")
    @CsvFileSource(resources = "error-codes.csv")
    void everyCodeHasItsMeaning(String code, int status, ProviderError.Meaning meaning) {
        assertThat(ErrorTable.meaning(code == null ? "" : code, status)).isEqualTo(meaning);
    }
}
