// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of the machine, run to its end. */
public final class Tool {
    private Tool() {}

    /** What the program printed; an exit other than 0 is an error that says so. */
    public static String run(String... command) throws IOException, InterruptedException {
        Result result = tried(command);
        if (result.exit() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + result.exit() + ": " + result.output());
        }
        return result.output();
    }

    /** How it ended, and everything that it printed. */
    public record Result(int exit, String output) {}

    public static Result tried(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "this test needs the program " + command[0] + ": apt-get install openimageio-tools ffmpeg unzip",
                    e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
