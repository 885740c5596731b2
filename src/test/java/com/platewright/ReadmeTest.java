// SPDX-License-Identifier: Apache-2.0
package com.platewright;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.qc.Check;
import com.platewright.rules.RayRules;
import com.platewright.rules.Rule;
import com.platewright.rules.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README lists is what there is. */
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @Test
    void everyCheckIsListedAsItIs() throws IOException {
        List<String> rows = Arrays.stream(Check.values())
                .map(c -> "| `" + c.id() + "` | " + c.byDefault().name().toLowerCase(Locale.ROOT) + " | " + c.meaning()
                        + " |")
                .toList();
        assertThat(readme()).containsSubsequence(rows);
        assertThat(readme().stream().filter(l -> l.matches("\\| `\\S+` \\| (error|warn|off) \\|.*")))
                .hasSize(rows.size());
    }

    @Test
    void everyRuleOfTheModelIsListedAsItIs() throws IOException {
        List<String> rows =
                RayRules.all(Sizes.DOCUMENTED).stream().map(ReadmeTest::row).toList();
        assertThat(readme()).containsSubsequence(rows);
        assertThat(readme().stream().filter(l -> l.endsWith("confirmed |") || l.endsWith("inferred |")))
                .hasSize(rows.size());
    }

    private static String row(Rule rule) {
        String standing = rule.basis().standing().name().toLowerCase(Locale.ROOT);
        return "| `" + rule.id() + "` | " + rule.sentence() + " | "
                + rule.basis().source() + ", " + standing + " |";
    }

    @Test
    void whatItPointsToIsThere() throws IOException {
        Matcher links = LINK.matcher(Files.readString(Path.of("README.md")));
        while (links.find()) {
            assertThat(Path.of(links.group(1))).exists();
        }
    }

    private static List<String> readme() throws IOException {
        return Files.readAllLines(Path.of("README.md"));
    }
}
