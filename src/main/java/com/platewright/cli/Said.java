// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import java.util.List;

/**
 * What an exception means to whoever started the command.
 *
 * @param problems one for each thing that is wrong
 */
record Said(ExitCode exit, List<Trouble> problems) {
    /**
     * One thing that is wrong.
     *
     * @param where a file with line and column, a frame or a key; empty where the message says it
     */
    record Trouble(String message, String where) {}

    Said {
        problems = List.copyOf(problems);
    }

    static Said of(ExitCode exit, String message) {
        return new Said(exit, List.of(new Trouble(message, "")));
    }

    static Said of(ExitCode exit, List<String> messages) {
        return new Said(exit, messages.stream().map(m -> new Trouble(m, "")).toList());
    }
}
