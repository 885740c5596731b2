// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command speaks, and what it was told by its surroundings.
 *
 * @param out for results alone
 * @param err for everything else
 */
record Console(PrintStream out, PrintStream err, Map<String, String> environment) {
    Console {
        environment = Map.copyOf(environment);
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }
}
