// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One command line as a person or a scheduler runs it, and what came of it. */
record Terminal(int exit, String out, String err) {
    /** Runs with the shows of this source tree. */
    static Terminal run(Object... args) {
        return run(Map.of(), args);
    }

    static Terminal run(Map<String, String> environment, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> all = new HashMap<>(Map.of(
                "PLATEWRIGHT_CONFIGS",
                Path.of("pipeline-configs").toAbsolutePath().toString()));
        all.putAll(environment);
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int exit = Main.run(new Console(stream(out), stream(err), all), words);
        return new Terminal(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The last line of stdout. */
    JsonNode json() throws JsonProcessingException {
        String[] lines = out.strip().split("\n", -1);
        return new ObjectMapper().readTree(lines[lines.length - 1]);
    }

    static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
