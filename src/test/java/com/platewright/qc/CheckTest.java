// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.platewright.shot.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckTest {
    private static final Path DEFAULTS = Path.of("pipeline-configs/defaults.yaml");

    @Test
    void theDefaultsOfAShowListEveryCheckInOrderWithItsSeverity() throws IOException {
        List<String> documented = new ArrayList<>();
        defaults()
                .get("checks")
                .properties()
                .forEach(c -> documented.add(c.getKey() + ": " + c.getValue().asText()));

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(Check.values())
                        .map(c -> c.id() + ": " + c.byDefault().name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void theDefaultsOfAShowHoldTheLimits() throws IOException {
        JsonNode limits = defaults().get("limits");

        assertThat(limits.size()).isEqualTo(Limits.class.getRecordComponents().length);
        assertThat(Limits.DEFAULTS)
                .isEqualTo(new Limits(
                        limits.get("negative_share").asDouble(),
                        limits.get("negative_lowest").asDouble(),
                        limits.get("outside_share").asDouble()));
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckHasAnIdOfTwoWordsAndAMeaningOfOneSentence(Check check) {
        assertThat(check.id()).matches("[a-z]+\\.[a-z]+");
        assertThat(check.meaning()).endsWith(".").doesNotContain(". ");
        assertThat(check.basis()).isNotBlank();
        assertThat(Check.of(check.id())).contains(check);
    }

    @Test
    void severitiesAreReadById() {
        assertThat(Check.severities(Map.of("pixels.nan", Severity.WARN)))
                .containsExactly(Map.entry(Check.PIXELS_NAN, Severity.WARN));
        assertThatThrownBy(() -> Check.severities(Map.of("pixels.nun", Severity.WARN)))
                .hasMessageContaining("pixels.nun");
    }

    private static JsonNode defaults() throws IOException {
        return new YAMLMapper().readTree(Files.readString(DEFAULTS));
    }
}
