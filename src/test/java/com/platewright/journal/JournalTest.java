// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final JournalHeader HEADER = new JournalHeader("0.1.0", "demo/sq010/sh0010", "sha256:5d41");
    private static final Step GENERATE = new Step("generate", "sha256:5d41").with("task_uuid", "2a1d6c8e");

    record Clip(Path file, long bytes, BigDecimal price, Optional<String> note, List<Integer> frames) {}

    @TempDir
    Path shot;

    private Path file;

    @BeforeEach
    void name() {
        file = shot.resolve(".platewright/journal.jsonl");
    }

    @Test
    void linesAreTheOnesThatThePackageDescribes() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        try (Journal journal = Journal.open(file, HEADER, 3, clock)) {
            journal.begin(GENERATE);
        }
        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "{\"n\":0,\"at\":\"2026-11-22T10:00:00Z\",\"fence\":3,\"type\":\"journal\",\"format\":1,"
                                                + "\"tool\":\"0.1.0\",\"purpose\":\"demo/sq010/sh0010\",\"digest\":\"sha256:5d41\",\"crc\":\""),
                        line -> assertThat(line)
                                .startsWith(
                                        "{\"n\":1,\"at\":\"2026-11-22T10:00:00Z\",\"fence\":3,\"type\":\"begin\","
                                                + "\"step\":\"generate\",\"input\":\"sha256:5d41\",\"task_uuid\":\"2a1d6c8e\",\"crc\":\""));
    }

    @Test
    void stepIsDoneOnceOverManyRuns() throws Exception {
        Clip clip = new Clip(
                Path.of("downloads/clip.zip"), 388_000_000, new BigDecimal("0.90"), Optional.empty(), List.of(1));
        for (int run = 0; run < 3; run++) {
            boolean first = run == 0;
            try (Journal journal = open(run + 1)) {
                Clip result = journal.once(GENERATE, Clip.class, () -> {
                    assertThat(first).as("the work runs in the first run only").isTrue();
                    return clip;
                });
                assertThat(result).isEqualTo(clip);
            }
        }
        assertThat(Journal.read(file)).extracting(JournalRecord::type).containsExactly("begin", "done");
        assertThat(Files.readString(file)).contains("\"downloads/clip.zip\"").doesNotContain(shot.toString());
    }

    @Test
    void otherInputIsAnotherStep() throws Exception {
        try (Journal journal = open(1)) {
            assertThat(journal.once(GENERATE, String.class, () -> "one")).isEqualTo("one");
            assertThat(journal.once(new Step("generate", "sha256:other"), String.class, () -> "two"))
                    .isEqualTo("two");
            assertThat(journal.finished(GENERATE, String.class)).contains("one");
        }
    }

    @Test
    void workThatFailsStaysUnfinishedWithItsFacts() throws Exception {
        try (Journal journal = open(1)) {
            assertThat(journal.unfinished(GENERATE)).isEmpty();
            assertThatThrownBy(() -> journal.once(GENERATE, String.class, () -> {
                        throw new IOException("connection reset");
                    }))
                    .hasMessage("connection reset");
        }
        try (Journal journal = open(2)) {
            assertThat(journal.unfinished(GENERATE).flatMap(begin -> begin.text("task_uuid")))
                    .contains("2a1d6c8e");
            assertThat(journal.once(GENERATE, String.class, () -> "done")).isEqualTo("done");
            assertThat(journal.unfinished(GENERATE)).isEmpty();
        }
    }

    @Test
    void journalOfAnotherRequestIsNotUsed() throws Exception {
        open(1).close();
        JournalHeader other = new JournalHeader("0.2.0", HEADER.purpose(), "sha256:other");
        assertThatThrownBy(() -> Journal.open(file, other, 2))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("sha256:5d41")
                .hasMessageContaining("sha256:other");
        Journal.open(file, new JournalHeader("0.2.0", HEADER.purpose(), HEADER.digest()), 2)
                .close();
    }

    @Test
    void secondWriterIsNoticedAndNothingIsLost() throws Exception {
        try (Journal one = open(1);
                Journal two = open(2)) {
            one.append("note", Map.of("text", "one"));
            assertThatThrownBy(() -> two.append("note", Map.of("text", "two")))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("was written by another process");
            assertThatThrownBy(() -> two.append("note", Map.of("text", "again")))
                    .isInstanceOf(JournalException.class);
        }
        try (Journal later = open(3)) {
            later.append("note", Map.of("text", "three"));
            assertThat(later.records())
                    .extracting(record -> record.text("text").orElseThrow())
                    .containsExactly("one", "three");
        }
    }

    @Test
    void lineOfAReplacedOwnerIsPassedOver() throws Exception {
        try (Journal journal = open(1)) {
            journal.append("note", Map.of("text", "old"));
        }
        byte[] late = JournalJson.line(
                new JournalRecord(2, Instant.EPOCH, 1, "note", JournalJson.fields(Map.of("text", "late"))));
        try (Journal journal = open(2)) {
            journal.append("note", Map.of("text", "new"));
            Files.write(file, late, StandardOpenOption.APPEND);
        }
        try (Journal journal = open(2)) {
            journal.append("note", Map.of("text", "newer"));
        }
        assertThat(Journal.read(file))
                .extracting(record -> record.text("text").orElseThrow())
                .containsExactly("old", "new", "newer");
    }

    @Test
    void linesCountEvenIfTheLeaseBeganToCountAnew() throws Exception {
        open(5).close();
        for (int i = 1; i <= 2; i++) {
            try (Journal journal = open(i)) {
                journal.append("note", Map.of());
            }
        }
        assertThat(Journal.read(file)).hasSize(2);
    }

    @Test
    void absolutePathsAndTheJournalsOwnFieldsAreRefused() throws Exception {
        try (Journal journal = open(1)) {
            assertThatThrownBy(() -> journal.append("note", Map.of("file", shot)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("relative to the shot");
            assertThatThrownBy(() -> journal.append("note", Map.of("fence", 9)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(journal.records()).isEmpty();
        }
    }

    @Test
    void resultOfAnotherShapeIsToldWithTheRemedy() throws Exception {
        try (Journal journal = open(1)) {
            journal.finish(GENERATE, "a text");
            assertThatThrownBy(() -> journal.finished(GENERATE, Clip.class))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("result of step generate")
                    .hasMessageContaining("Finish this shot with the version that began it");
        }
    }

    @Test
    void noJournalHasNoRecords() throws Exception {
        assertThat(Journal.read(file)).isEmpty();
    }

    private Journal open(long fence) throws Exception {
        return Journal.open(file, HEADER, fence);
    }
}
