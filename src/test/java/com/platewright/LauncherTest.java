// SPDX-License-Identifier: Apache-2.0
package com.platewright;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.DebianTool.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/platewright} of a distribution; the Java in it only says how it was called. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        home = distribution("platewright 1.0");
    }

    @Test
    void theRuntimeThatTravelsWithItIsUsed() throws IOException {
        Files.createDirectories(folder.resolve("jdk/bin"));
        java(folder.resolve("jdk/bin/java"), "the installed one");
        assertThat(start(home, "plan", "shot.yaml").output()).startsWith("the bundled one\n");
        Files.delete(home.resolve("runtime/bin/java"));
        assertThat(start(home, "plan", "shot.yaml").output()).startsWith("the installed one\n");
    }

    @Test
    void whatAnswersAtOnceIsCompiledAtOnceAndWhatWorksForMinutesIsCompiledWell() {
        assertThat(start(home, "plan", "shot.yaml").output()).contains("\n-XX:TieredStopAtLevel=1\n");
        assertThat(start(home, "run", "shot.yaml").output())
                .contains("\n-XX:+UseParallelGC\n")
                .doesNotContain("TieredStopAtLevel");
    }

    @Test
    void argumentsArriveAsTheyWereGiven() {
        assertThat(start(home, "plan", "a shot.yaml", "--root", "", "*").output())
                .endsWith("\ncom.platewright.cli.Main\nplan\na shot.yaml\n--root\n\n*\n");
    }

    @Test
    void theArchiveOfClassesIsUsedWhereThereIsOne() throws IOException {
        assertThat(start(home, "plan").output()).doesNotContain("SharedArchiveFile");
        Path archive = Files.createFile(home.resolve("lib/platewright.jsa"));
        assertThat(start(home, "plan").output()).contains("\n-XX:SharedArchiveFile=" + archive + "\n");
    }

    @Test
    void theProgramHasTheSamePathInEveryPlace() throws IOException {
        String path = "\n-cp\n/proc/self/fd/9/platewright.jar\n";
        assertThat(start(home, "plan").output()).contains(path).contains("\nit is there\n");
        assertThat(start(distribution("elsewhere"), "plan").output()).contains(path);
    }

    @Test
    void whereNoCacheCanBeMadeOneUnderTheTemporaryFolderIsUsed() throws IOException {
        Files.createFile(folder.resolve(".cache"));
        String expected = "\n-Dorg.bytedeco.javacpp.cachedir=" + folder + "/platewright-";
        assertThat(start(home, "plan").output()).contains(expected);
    }

    private Path distribution(String name) throws IOException {
        Path place = folder.resolve(name);
        Files.createDirectories(place.resolve("bin"));
        Files.createDirectories(place.resolve("lib"));
        Files.createDirectories(place.resolve("runtime/bin"));
        Files.createFile(place.resolve("lib/platewright.jar"));
        Files.copy(Path.of("bin/platewright"), place.resolve("bin/platewright"));
        java(place.resolve("runtime/bin/java"), "the bundled one");
        return place;
    }

    private static void java(Path file, String name) throws IOException {
        Files.writeString(
                file,
                "#!/bin/sh\necho '" + name + "'\n"
                        + "[ -f /proc/self/fd/9/platewright.jar ] && echo 'it is there'\n"
                        + "printf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome start(Path place, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--unset=PLATEWRIGHT_CACHE",
                "--unset=PLATEWRIGHT_JAVA_OPTIONS",
                "HOME=" + folder,
                "XDG_CACHE_HOME=" + folder.resolve(".cache"),
                "TMPDIR=" + folder,
                "JAVA_HOME=" + folder.resolve("jdk"),
                place.resolve("bin/platewright").toString()));
        command.addAll(List.of(arguments));
        Outcome outcome = DebianTool.tryRun(folder, command.toArray(String[]::new));
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.exit()).isZero();
        return outcome;
    }
}
