// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The colours of the page against WCAG 2.2: 4.5 for text (1.4.3), 3 for lines that mean something (1.4.11). */
class StyleTest {
    private static final Path CSS = Path.of("src/main/resources/com/platewright/qc/report/page.css");

    /** Light, dark, print: each rule that sets the colours. */
    static List<Map<String, String>> palettes() throws IOException {
        Matcher root = Pattern.compile(":root \\{([^}]*--paper[^}]*)}").matcher(Files.readString(CSS));
        return root.results().map(r -> colours(r.group(1))).toList();
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textCanBeReadOnEveryGround(Map<String, String> colours) {
        assertThat(colours).hasSize(12);
        for (String ground : List.of("paper", "pass-tint", "fail-tint")) {
            assertThat(contrast(colours, "ink", ground)).as("ink on " + ground).isGreaterThan(4.5);
        }
        assertThat(contrast(colours, "soft", "paper")).isGreaterThan(4.5);
        assertThat(contrast(colours, "fail", "paper")).isGreaterThan(4.5);
        assertThat(contrast(colours, "warn", "paper")).isGreaterThan(4.5);
        assertThat(contrast(colours, "pass", "pass-tint")).isGreaterThan(4.5);
        assertThat(contrast(colours, "fail", "fail-tint")).isGreaterThan(4.5);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void curvesStandOutFromThePaper(Map<String, String> colours) {
        for (String curve : List.of("red", "green", "blue")) {
            assertThat(contrast(colours, curve, "paper")).as(curve).isGreaterThan(3);
        }
    }

    private static Map<String, String> colours(String rule) {
        Map<String, String> colours = new HashMap<>();
        Pattern.compile("--([a-z-]+): #([0-9a-f]{3,6})")
                .matcher(rule)
                .results()
                .forEach(r -> colours.put(r.group(1), r.group(2)));
        return colours;
    }

    private static double contrast(Map<String, String> colours, String front, String ground) {
        double a = luminance(colours.getOrDefault(front, ""));
        double b = luminance(colours.getOrDefault(ground, ""));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        String six = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        int rgb = Integer.parseInt(six, 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int code) {
        double c = (code & 255) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
