// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDamageTest {
    private static final JournalHeader HEADER = new JournalHeader("0.1.0", "demo/sq010/sh0010", "sha256:5d41");
    private static final int RECORDS = 4;

    @TempDir
    Path shot;

    private Path file;
    private byte[] good;
    private int header;
    private int lastLine;

    @BeforeEach
    void write() throws Exception {
        file = shot.resolve("journal.jsonl");
        try (Journal journal = Journal.open(file, HEADER, 1)) {
            for (int i = 1; i <= RECORDS; i++) {
                journal.append("note", Map.of("text", "prompt ü " + i));
            }
        }
        good = Files.readAllBytes(file);
        String text = new String(good, StandardCharsets.ISO_8859_1);
        header = text.indexOf('\n') + 1;
        lastLine = text.lastIndexOf('\n', text.length() - 2) + 1;
    }

    @Test
    void cutAtEveryByteTheWholeLinesCountAndTheRestIsCutOff() throws Exception {
        for (int length = 0; length <= good.length; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            if (length < header) {
                assertThatThrownBy(() -> Journal.open(file, HEADER, 1))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining(file + " cannot be trusted, line 1");
                continue;
            }
            List<String> lines =
                    new String(good, 0, length, StandardCharsets.UTF_8).lines().toList();
            int whole = good[length - 1] == '\n' ? lines.size() - 1 : lines.size() - 2;
            assertThat(Journal.read(file)).hasSize(whole);
            assertThat(Files.size(file)).as("reading changes nothing").isEqualTo(length);
        }
    }

    @Test
    void tornLineIsCutOffBeforeTheNextIsWritten() throws Exception {
        for (int length = lastLine; length < good.length; length += 7) {
            Files.write(file, Arrays.copyOf(good, length));
            try (Journal journal = Journal.open(file, HEADER, 1)) {
                journal.append("note", Map.of("text", "prompt ü " + RECORDS));
            }
            assertThat(Journal.read(file)).hasSize(RECORDS);
        }
    }

    @Test
    void holesInTheLastLineAreTorn() throws Exception {
        byte[] holed = good.clone();
        Arrays.fill(holed, lastLine + 10, lastLine + 40, (byte) 0);
        Files.write(file, holed);
        assertThat(Journal.read(file)).hasSize(RECORDS - 1);
        byte[] longer = Arrays.copyOf(good, good.length + 4096);
        Files.write(file, longer);
        try (Journal journal = Journal.open(file, HEADER, 1)) {
            assertThat(journal.append("note", Map.of()).number()).isEqualTo(RECORDS + 1);
        }
        assertThat(Journal.read(file)).hasSize(RECORDS + 1);
    }

    @Test
    void anyChangedByteBeforeTheLastLineIsAnErrorWithItsLine() throws Exception {
        int line = 1;
        for (int at = 0; at < lastLine; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(file, bad);
            int expected = line;
            assertThatThrownBy(() -> Journal.read(file))
                    .as("byte " + at)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(file + " cannot be trusted, line " + expected)
                    .hasMessageContaining("it is not started over");
            line += good[at] == '\n' ? 1 : 0;
        }
    }

    @Test
    void missingLineIsAnError() throws Exception {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(1), lines.get(3), lines.get(4)));
        assertThatThrownBy(() -> Journal.read(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("line 3: expected record 2, found 3");
    }

    @Test
    void otherFormatIsAnError() throws Exception {
        byte[] first = JournalJson.line(
                new JournalRecord(0, Instant.EPOCH, 1, "journal", JournalJson.fields(Map.of("format", 2))));
        Files.write(file, first);
        assertThatThrownBy(() -> Journal.read(file))
                .hasMessageContaining("expected a header of format 1, found journal of format 2");
    }
}
