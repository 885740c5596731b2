// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.DebianTool;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

class PublicationTest {
    private static final int FILES = 12;

    @TempDir
    Path shot;

    @Test
    void stagedFolderBecomesTheVersionWithFilesThatCannotBeWritten() throws Exception {
        Path staged = stage("a");
        Path version = shot.resolve("v001");
        Publication.publish(staged, version, () -> {});
        assertThat(staged).doesNotExist();
        assertComplete(version, "a");
        Path frame = version.resolve("exr/frame.0.exr");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(frame)))
                .doesNotContain("w");
        assertThat(Files.getPosixFilePermissions(version.resolve("exr")))
                .isEqualTo(Files.getPosixFilePermissions(Files.createDirectory(shot.resolve("plain"))));
    }

    @Test
    void publishedVersionIsNeverReplaced() throws Exception {
        Path version = shot.resolve("v001");
        Publication.publish(stage("a"), version, () -> {});
        Path second = stage("b");
        assertThatThrownBy(() -> Publication.publish(second, version, () -> {}))
                .isInstanceOf(AlreadyPublishedException.class)
                .hasMessageContaining(version + ": a version stands there already");
        assertComplete(version, "a");
        assertComplete(second, "b");
    }

    @Test
    void emptyFolderIsSomebodysClaimAndNotReplaced() throws Exception {
        Path version = Files.createDirectory(shot.resolve("v001"));
        Path staged = stage("a");
        assertThatThrownBy(() -> Publication.publish(staged, version, () -> {}))
                .isInstanceOf(AlreadyPublishedException.class)
                .hasMessageContaining("an empty folder");
        assertThat(version).isEmptyDirectory();
        assertComplete(staged, "a");
    }

    @Test
    void fileOrLinkUnderTheNameIsNotReplaced() throws Exception {
        Path staged = stage("a");
        Path version = Files.createSymbolicLink(shot.resolve("v001"), shot.resolve("nowhere"));
        assertThatThrownBy(() -> Publication.publish(staged, version, () -> {}))
                .isInstanceOf(AlreadyPublishedException.class)
                .hasMessageContaining("a file or link");
        assertThat(Files.exists(version, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void nothingAppearsIfTheLeaseIsLost() throws Exception {
        Path staged = stage("a");
        Path version = shot.resolve("v001");
        assertThatThrownBy(() -> Publication.publish(staged, version, () -> {
                    throw new LeaseLostException("lost");
                }))
                .isInstanceOf(LeaseLostException.class);
        assertThat(version).doesNotExist();
        assertComplete(staged, "a");
    }

    @Test
    void ofManyPublishersOfOneNameExactlyOneWins() throws Exception {
        int publishers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(publishers);
        try {
            for (int round = 0; round < 10; round++) {
                Path version = shot.resolve("v" + round);
                CyclicBarrier start = new CyclicBarrier(publishers);
                List<Future<Boolean>> attempts = new ArrayList<>();
                for (int i = 0; i < publishers; i++) {
                    String mark = round + "-" + i;
                    Path staged = stage(mark);
                    attempts.add(threads.submit(() -> {
                        start.await();
                        return publishes(staged, version);
                    }));
                }
                int winner = -1;
                for (int i = 0; i < publishers; i++) {
                    if (attempts.get(i).get()) {
                        assertThat(winner).isNegative();
                        winner = i;
                    }
                }
                assertComplete(version, round + "-" + winner);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Killed when a thread enters the given call for the given time; chmod(2) is what follows the rename. */
    @ParameterizedTest
    @CsvSource({"fsync,1,false", "fsync,2,false", "rename,1,false", "chmod,1,true", "chmod,7,true"})
    void killedAtAnyStepNothingOrEverythingIsPublished(String call, int time, boolean published) throws Exception {
        Path staged = stage("a");
        Path version = shot.resolve("v001");
        DebianTool.Outcome outcome = DebianTool.runJvm(
                List.of(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-e",
                        "trace=fsync,rename,chmod",
                        "-e",
                        "inject=" + call + ":signal=SIGKILL:when=" + time),
                StorageChild.class,
                "publish",
                version.toString(),
                staged.toString());
        assertThat(outcome.output()).doesNotContain("done");
        assertComplete(published ? version : staged, "a");
        assertThat(published ? staged : version).doesNotExist();
    }

    @Test
    void stagingOnAnotherFileSystemIsRefusedWithTheRemedy() throws Exception {
        Path other = Files.createDirectory(shot.resolve("other"));
        String script = "mount -t tmpfs none \"$0\" && mkdir \"$0/staged\" && touch \"$0/staged/x\" && exec \"$@\"";
        DebianTool.Outcome outcome = DebianTool.runJvm(
                List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, other.toString()),
                StorageChild.class,
                "publish",
                shot.resolve("v001").toString(),
                other.resolve("staged").toString());
        assertThat(outcome.output()).contains("UNSUITABLE: Cannot publish").contains("staging beside the target");
    }

    private static boolean publishes(Path staged, Path version) throws Exception {
        try {
            Publication.publish(staged, version, () -> {});
            return true;
        } catch (AlreadyPublishedException e) {
            return false;
        }
    }

    private Path stage(String mark) throws Exception {
        Path staged = Files.createDirectories(shot.resolve(".platewright/staging-" + mark));
        Files.createDirectory(staged.resolve("exr"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(staged.resolve("exr/frame." + i + ".exr"), mark + i);
        }
        return staged;
    }

    private static void assertComplete(Path folder, String mark) throws Exception {
        try (Stream<Path> content = Files.list(folder.resolve("exr"))) {
            assertThat(content).hasSize(FILES);
        }
        for (int i = 0; i < FILES; i++) {
            assertThat(folder.resolve("exr/frame." + i + ".exr")).hasContent(mark + i);
        }
    }
}
