// SPDX-License-Identifier: Apache-2.0
package com.platewright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the system that knows the truth independently of this project, or makes trouble that only it can make. */
public final class DebianTool {
    /** What a finished program said on its two streams. */
    public record Outcome(int exit, String output, String errors) {}

    private DebianTool() {}

    /** Runs a program in {@code folder} and returns its output; fails if it does not end with 0. */
    public static String run(Path folder, String... command) {
        Outcome outcome = tryRun(folder, command);
        if (outcome.exit() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + outcome.exit() + ":\n"
                    + outcome.output() + outcome.errors());
        }
        return outcome.output();
    }

    /** Has ffmpeg make a file in {@code folder} out of a source of its own, such as {@code sine=frequency=440}. */
    public static void lavfi(Path folder, String source, String... more) {
        List<String> line = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i", source));
        line.addAll(List.of(more));
        run(folder, line.toArray(String[]::new));
    }

    /** Runs a program in {@code folder}; fails only if it is missing or does not end. */
    public static Outcome tryRun(Path folder, String... command) {
        try {
            Path errors = Files.createTempFile("platewright", ".err");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command[0] + " did not end within 60 s");
            }
            String said = Files.readString(errors);
            Files.delete(errors);
            return new Outcome(process.exitValue(), output, said);
        } catch (IOException e) {
            throw new AssertionError(
                    "This test needs the program " + command[0] + ". On Debian: apt-get install "
                            + packageOf(command[0]),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + command[0], e);
        }
    }

    /** The command line of another JVM with this one's classes, run under {@code prefix} if that is not empty. */
    public static ProcessBuilder jvm(List<String> prefix, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command);
    }

    /** Runs {@link #jvm} to its end. */
    public static Outcome runJvm(List<String> prefix, Class<?> main, String... arguments) {
        return tryRun(Path.of("."), jvm(prefix, main, arguments).command().toArray(String[]::new));
    }

    private static String packageOf(String program) {
        return switch (program) {
            case "xxh128sum" -> "xxhash";
            case "7z" -> "p7zip-full";
            case "unshare", "setpriv", "mount" -> "util-linux";
            case "sha256sum", "truncate" -> "coreutils";
            default -> program;
        };
    }
}
