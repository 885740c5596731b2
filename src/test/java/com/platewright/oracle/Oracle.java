// SPDX-License-Identifier: Apache-2.0
package com.platewright.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Programs that others wrote, from Debian's packages, asked for a second opinion. */
public final class Oracle {
    private Oracle() {}

    /** What FFmpeg 5.1 of Debian does, with its errors only on stderr. */
    public static byte[] ffmpeg(String... arguments) throws IOException {
        return run("ffmpeg", concat(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"), arguments));
    }

    public static String ffprobe(String... arguments) throws IOException {
        return text(run("ffprobe", concat(List.of("ffprobe", "-v", "error"), arguments)));
    }

    public static String mediainfo(String... arguments) throws IOException {
        return text(run("mediainfo", concat(List.of("mediainfo"), arguments)));
    }

    private static byte[] run(String packageName, List<String> command) throws IOException {
        Path errors = Files.createTempFile("oracle", ".err");
        Process process = start(packageName, command, errors);
        try {
            process.getOutputStream().close();
            byte[] out = process.getInputStream().readAllBytes();
            int exit = process.waitFor();
            assertThat(exit)
                    .as("%s says %s", String.join(" ", command), Files.readString(errors))
                    .isZero();
            return out;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        } finally {
            process.destroyForcibly();
            Files.delete(errors);
        }
    }

    private static Process start(String packageName, List<String> command, Path errors) {
        try {
            return new ProcessBuilder(command).redirectError(errors.toFile()).start();
        } catch (IOException e) {
            return fail(
                    "This test compares with " + command.get(0) + ", which is not here: apt-get install " + packageName,
                    e);
        }
    }

    private static List<String> concat(List<String> head, String[] tail) {
        return Stream.concat(head.stream(), Arrays.stream(tail)).toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
