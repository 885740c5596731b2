// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.DebianTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalCrashTest {
    @TempDir
    Path shot;

    /** The first two syncs are those of the header and its folder. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void killedAtEachSyncNothingThatWasToldIsLost(int time) throws Exception {
        Path file = shot.resolve("journal.jsonl");
        DebianTool.Outcome outcome = run(injecting("fsync:signal=SIGKILL:when=" + time), file, 3);
        assertThat(outcome.output()).doesNotContain("read");
        long told = outcome.output()
                .lines()
                .filter(line -> line.startsWith("written"))
                .count();
        assertThat(told).isEqualTo(Math.max(0, time - 3));
        assertThat(Journal.read(file).size()).isGreaterThanOrEqualTo((int) told);
        try (Journal journal = Journal.open(file, JournalChild.HEADER, 2)) {
            journal.append("note", Map.of());
        }
        assertThat(Journal.read(file).size()).isGreaterThan((int) told);
    }

    @Test
    void failedSyncStopsTheWriterAndTheNextRunGoesOn() throws Exception {
        Path file = shot.resolve("journal.jsonl");
        DebianTool.Outcome outcome = run(injecting("fsync:error=EIO:when=4"), file, 3);
        assertThat(outcome.output()).contains("written 1").contains("FAULT: Cannot append to the journal " + file);
        assertThat(run(List.of(), file, 1).output()).contains("written").doesNotContain("FAULT");
    }

    @Test
    void fullDiskStopsTheWriterAndKeepsWhatWasTold() throws Exception {
        Path disk = Files.createDirectory(shot.resolve("disk"));
        String script = "mount -t tmpfs -o size=16k none \"$0\" && exec \"$@\"";
        DebianTool.Outcome outcome = run(
                List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, disk.toString()),
                disk.resolve("journal.jsonl"),
                100);
        long told = outcome.output()
                .lines()
                .filter(line -> line.startsWith("written"))
                .count();
        assertThat(told).isBetween(5L, 20L);
        assertThat(outcome.output())
                .contains("FULL: Cannot append to the journal")
                .contains("No space left on device")
                .contains("read " + told);
    }

    private static DebianTool.Outcome run(List<String> prefix, Path file, int records) {
        return DebianTool.runJvm(prefix, JournalChild.class, file.toString(), Integer.toString(records));
    }

    private static List<String> injecting(String fault) {
        return List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=" + fault);
    }
}
