// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody mistypes, and the beginning of what is said about it. {@code /} stands for a line's end. */
class SyntaxErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '^',
            value = {
                "a: b: c/ ¦ 1:5: a colon cannot stand here.",
                "key:value/b: 1/ ¦ 2:2: a colon cannot stand here.",
                "a: b/  c: d/ ¦ 2:4: a colon cannot stand here.",
                "a:\tx/ ¦ 1:3: a tab stands here; write spaces",
                "a: @x/ ¦ 1:4: text that starts with @ needs quotes",
                "a: `x/ ¦ 1:4: text that starts with ` needs quotes",
                "a: %x/ ¦ 1:4: text that starts with % needs quotes",
                "a: *.exr/ ¦ 1:4: text that starts with * needs quotes",
                "a: & b/ ¦ 1:4: text that starts with & needs quotes",
                "a: ]/ ¦ 1:4: text that starts with ] needs quotes",
                "a: ,/ ¦ 1:4: text that starts with , needs quotes",
                "a: \"x/b: 1/ ¦ 1:4: the quote that opens here is never closed",
                "a: 'x/b: 1/ ¦ 1:4: the quote that opens here is never closed",
                "a: 'it's'/ ¦ 1:8: text goes on here after a closing quote or brace",
                "a: \"one \"two\" three\"/ ¦ 1:10: text goes on here after a closing quote or brace",
                "a: {shot}.exr/ ¦ 1:10: text goes on here after a closing quote or brace",
                "a: >-/  text/ text2/ ¦ 3:2: text goes on here after a closing quote or brace, or is indented",
                "a: [1, 2/b: 3/ ¦ 1:4: what opens here is never closed by ]",
                "a: {x: 1/b: 2/ ¦ 1:4: what opens here is never closed by }",
                "a:/  b: 1/ c: 2/ ¦ 3:2: this line is indented like no line above",
                "a: x #y/foo bar/ ¦ 2:1: this line is not key: value",
                "a: - b/ ¦ 1:4: a list starts on a line of its own",
                "a: 1/- x/ ¦ 2:1: keys and list items stand side by side here",
                "- x/b: 1/ ¦ 2:1: keys and list items stand side by side here",
                "a: {b: 1}}/ ¦ 1:10: this } closes nothing",
                "a: \"\\q\"/ ¦ 1:6: \\q means nothing between double quotes",
                "a: >x/ y/ ¦ 1:4: text that starts with > or | needs quotes",
                "a: >- x/ ¦ 1:4: text that starts with > or | needs quotes",
                "a: \"x\", y/ ¦ 1:7: text goes on here after a closing quote or brace",
                "a: \"x\": y/ ¦ 1:7: a colon cannot stand here.",
                "a:/  b: 1/ - x/ ¦ 3:2: this line is indented like no line above",
                "a: ?/ ¦ 1:4: text that starts with ? needs quotes",
                "a: !<x y/ ¦ 1:7: this is not YAML: ",
            })
    void everySlipHasASentence(String text, String said) {
        byte[] bytes = text.replace('/', '\n').getBytes(StandardCharsets.UTF_8);
        YamlText read = YamlText.of(bytes, new Source("x.yaml", Path.of("/")));
        assertThat(read.whole()).isFalse();
        assertThat(read.problems()).singleElement().asString().startsWith("x.yaml:" + said);
    }
}
