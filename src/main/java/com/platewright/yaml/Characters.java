// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** The characters that a file of settings may not hold: tabs in the indentation and control characters. */
final class Characters {
    private Characters() {}

    static List<Problem> check(String text, BiFunction<Integer, Integer, Where> places) {
        List<Problem> problems = new ArrayList<>();
        int line = 1;
        int column = 1;
        boolean indenting = true;
        for (int c : text.codePoints().toArray()) {
            if (c == '\n') {
                line++;
                column = 1;
                indenting = true;
                continue;
            }
            if (c == '\t' && indenting) {
                problems.add(new Problem(
                        places.apply(line, column), "this line is indented by a tab; YAML is indented by spaces"));
                indenting = false;
            } else if (isControl(c)) {
                problems.add(new Problem(
                        places.apply(line, column),
                        String.format(Locale.ROOT, "the control character U+%04X has no place in this file", c)));
            }
            indenting = indenting && c == ' ';
            column++;
        }
        return problems;
    }

    /** What YAML 1.1 section 5.1 leaves out of its printable characters. */
    private static boolean isControl(int c) {
        boolean low = c < 0x20 && c != '\t' && c != '\r';
        boolean high = c >= 0x7F && c < 0xA0 && c != 0x85;
        return low || high || c == 0xFFFE || c == 0xFFFF;
    }
}
