// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each check says, word for word. The file is read aloud when a sentence changes. */
class FindingsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/com/platewright/qc/findings.txt");

    @Test
    void everyCheckSpeaksInSentences() throws IOException {
        String said = Arrays.stream(Check.values())
                .flatMap(c -> Judge.judge(Spoilt.by(c), Map.of(), Limits.DEFAULTS).findings().stream())
                .map(f -> f.check() + " " + f.where() + "\n  expected: " + f.expected() + "\n  found: " + f.found()
                        + "\n  " + f.message() + "\n")
                .collect(Collectors.joining("\n"));

        assertThat(said).isEqualTo(Files.readString(GOLDEN));
    }
}
