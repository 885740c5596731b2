// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.DebianTool;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurableTest {
    @TempDir
    Path folder;

    @Test
    void writingReplacesTheContentAndLeavesNothingElse() throws Exception {
        Path file = folder.resolve("state.json");
        Durable.write(file, bytes("old"));
        Durable.write(file, bytes("new"));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("state.json");
    }

    @Test
    void readersSeeTheOldOrTheNewContentAndNeverAPart() throws Exception {
        Path file = folder.resolve("state.json");
        String old = "a".repeat(100_000);
        String fresh = "b".repeat(200_000);
        Durable.write(file, bytes(old));
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> reading = reader.submit(() -> {
                int reads = 0;
                for (String seen = old; !seen.equals(fresh); reads++) {
                    seen = Files.readString(file);
                    assertThat(seen.equals(old) || seen.equals(fresh)).isTrue();
                }
                return reads;
            });
            for (int i = 0; i < 20; i++) {
                Durable.write(file, bytes(old));
            }
            Durable.write(file, bytes(fresh));
            assertThat(reading.get()).isPositive();
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void creatingFailsIfTheNameIsTaken() throws Exception {
        Path file = folder.resolve("claim");
        Durable.createNew(file, bytes("first"));
        assertThatThrownBy(() -> Durable.createNew(file, bytes("second")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("first");
        assertThat(names()).containsExactly("claim");
    }

    @Test
    void ofManyCreatorsExactlyOneWins() throws Exception {
        int creators = 8;
        ExecutorService threads = Executors.newFixedThreadPool(creators);
        try {
            for (int round = 0; round < 10; round++) {
                Path file = folder.resolve("claim" + round);
                CyclicBarrier start = new CyclicBarrier(creators);
                List<Future<Boolean>> attempts = new ArrayList<>();
                for (int i = 0; i < creators; i++) {
                    String mine = "creator " + i;
                    attempts.add(threads.submit(() -> {
                        start.await();
                        return creates(file, mine);
                    }));
                }
                int winners = 0;
                for (int i = 0; i < creators; i++) {
                    if (attempts.get(i).get()) {
                        winners++;
                        assertThat(file).hasContent("creator " + i);
                    }
                }
                assertThat(winners).isOne();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({"fsync,1,old", "rename,1,old", "fsync,2,new"})
    void killedAtEveryStepTheOldOrTheNewContentStands(String call, int time, String expected) throws Exception {
        Path file = Files.writeString(folder.resolve("state.json"), "old");
        DebianTool.Outcome outcome = DebianTool.runJvm(
                injecting(call + ":signal=SIGKILL:when=" + time), StorageChild.class, "write", file.toString(), "new");
        assertThat(outcome.output()).doesNotContain("done");
        assertThat(file).hasContent(expected);
        Durable.removeLeftovers(folder);
        assertThat(names()).containsExactly("state.json");
    }

    @Test
    void failedSyncIsTroubleWithTheStorageAndKeepsTheOldContent() throws Exception {
        Path file = folder.resolve("state.json");
        Files.writeString(file, "old");
        DebianTool.Outcome outcome = DebianTool.runJvm(
                injecting("fsync:error=EIO:when=1"), StorageChild.class, "write", file.toString(), "new");
        assertThat(outcome.output()).contains("FAULT: Cannot write " + file);
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("state.json");
    }

    @Test
    void fullDiskIsNamedAndLeavesTheOldContent() {
        assertThat(onOwnDisk("tmpfs", "size=64k", "fill", 100_000))
                .contains("FULL: Cannot write")
                .contains("No space left on device")
                .contains("ls: state.json,");
    }

    @Test
    void readOnlyDiskIsNamed() {
        assertThat(onOwnDisk("tmpfs", "ro", "fill", 10)).contains("READ_ONLY: Cannot write");
    }

    @Test
    void forbiddenFolderIsNamed() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        DebianTool.run(folder, "chmod", "555", closed.toString());
        List<String> asAnybody = DebianTool.run(folder, "id", "-u").strip().equals("0")
                ? List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
                : List.of();
        DebianTool.Outcome outcome = DebianTool.runJvm(
                asAnybody, StorageChild.class, "write", closed.resolve("x").toString(), "new");
        assertThat(outcome.output())
                .contains("PERMISSION: Cannot write " + closed)
                .contains("Check the owner and mode");
    }

    @Test
    void missingFolderIsNamed() {
        assertThatThrownBy(() -> Durable.write(folder.resolve("no/such/x"), bytes("")))
                .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.trouble())
                        .isEqualTo(StorageException.Trouble.MISSING));
    }

    /** In a mount namespace of its own, so that nothing stays mounted and no rights are needed. */
    private String onOwnDisk(String type, String options, String command, int bytes) {
        String script = "mount -t " + type + " none \"$0\" && touch \"$0/state.json\" && mount -o remount," + options
                + " \"$0\" && \"$@\"; echo ls: $(ls -A -m \"$0\"),";
        return DebianTool.runJvm(
                        List.of(
                                "unshare",
                                "--user",
                                "--map-root-user",
                                "--mount",
                                "sh",
                                "-c",
                                script,
                                folder.toString()),
                        StorageChild.class,
                        command,
                        folder.resolve("state.json").toString(),
                        Integer.toString(bytes))
                .output();
    }

    private static List<String> injecting(String fault) {
        return List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,rename", "-e", "inject=" + fault);
    }

    private boolean creates(Path file, String content) throws StorageException {
        try {
            Durable.createNew(file, bytes(content));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private List<String> names() throws Exception {
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
