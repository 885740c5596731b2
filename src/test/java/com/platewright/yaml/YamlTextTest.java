// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.yaml.Node.Mapping;
import com.platewright.yaml.Node.Nothing;
import com.platewright.yaml.Node.Scalar;
import com.platewright.yaml.Node.Sequence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {
    private static final Source SOURCE = new Source("x.yaml", Path.of("/shows"));

    private static YamlText read(String text) {
        return YamlText.of(text.getBytes(StandardCharsets.UTF_8), SOURCE);
    }

    private static Node value(String text, String key) {
        YamlText read = read(text);
        assertThat(read.problems()).isEmpty();
        return Objects.requireNonNull(read.root().entries().get(key)).value();
    }

    private static List<String> problems(String text) {
        return read(text).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void everyKeyAndValueKnowsItsLineAndColumn() {
        Mapping root = read("# a comment\na: 1\nb:\n  c: {d: [x, y]}\n").root();
        Located located = new Located(root);
        assertThat(located.where("a")).hasToString("x.yaml:2:4");
        assertThat(located.where("b")).hasToString("x.yaml:3:1");
        assertThat(located.where("b.c.d[1]")).hasToString("x.yaml:4:14");
        assertThat(Objects.requireNonNull(root.entries().get("b")).key()).hasToString("x.yaml:3:1");
    }

    @Test
    void thePlaceOfAKeyThatIsNotThereIsTheNearestOneAboveIt() {
        Located located = new Located(read("a:\n  b: {c: 1}\n  d.e: 2\n").root());
        assertThat(located.where("a.b.x.y")).hasToString("x.yaml:2:3");
        assertThat(located.where("z")).hasToString("x.yaml:1:1");
        assertThat(located.find("a.b.x")).isEmpty();
        assertThat(located.where("a.d.e")).as("a key that holds a dot").hasToString("x.yaml:3:8");
    }

    @Test
    void columnsAreCountedInCharactersNotBytes() {
        assertThat(new Located(read("{ä𝄞: 1, b: 2}").root()).where("b")).hasToString("x.yaml:1:12");
    }

    @ParameterizedTest
    @CsvSource({"no", "on", "010", "0x1F", "1_000", "12:30:45", "1e3", "2026-11-22", ".5", "true", "=", "0o17"})
    void aScalarIsTheTextThatIsWritten(String text) {
        assertThat(value("a: " + text, "a")).isInstanceOfSatisfying(Scalar.class, scalar -> {
            assertThat(scalar.text()).isEqualTo(text);
            assertThat(scalar.plain()).isTrue();
        });
    }

    @Test
    void quotesAndBlocksAreNotPlain() {
        assertThat(value("a: '5'", "a")).isEqualTo(new Scalar(new Where(SOURCE, 1, 4), "5", false));
        assertThat(value("a: >-\n  5\n  6\n", "a")).isEqualTo(new Scalar(new Where(SOURCE, 1, 4), "5 6", false));
    }

    @ParameterizedTest
    @CsvSource({"''", "~", "null", "Null", "NULL"})
    void nothingIsWrittenInFiveWays(String text) {
        assertThat(value("a: " + text + "\nb: 1", "a")).isInstanceOf(Nothing.class);
    }

    @Test
    void aQuotedNullIsText() {
        assertThat(value("a: \"null\"", "a")).isInstanceOf(Scalar.class);
    }

    @Test
    void anEmptyFileIsAnEmptyMap() {
        assertThat(read("").root().entries()).isEmpty();
        assertThat(read("# nothing but a comment\n---\n").root().entries()).isEmpty();
        assertThat(read("# nothing but a comment\n---\n").problems()).isEmpty();
    }

    @Test
    void lineEndsOfWindowsAndAByteOrderMarkAreWelcome() {
        assertThat(new Located(read("\uFEFFa: 1\r\nb: 2\r\n").root()).where("b"))
                .hasToString("x.yaml:2:4");
        assertThat(((Scalar) value("\uFEFFa: x\r\n", "a")).text()).isEqualTo("x");
    }

    @Test
    void twoProblemsOfOneKindAreBothSaid() {
        assertThat(problems("a: 1\nb: {c: 1, c: 2}\na: 3\n"))
                .containsExactly(
                        "x.yaml:2:11: the key c stands here a second time; the first is in line 2: keep one",
                        "x.yaml:3:1: the key a stands here a second time; the first is in line 1: keep one");
        assertThat(((Scalar) Objects.requireNonNull(
                                        read("a: 1\na: 2").root().entries().get("a"))
                                .value())
                        .text())
                .as("the first one counts until then")
                .isEqualTo("1");
    }

    @Test
    void anAliasBombIsRefusedWithoutBeingExpanded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            String many = ("*a" + (i - 1) + ", ").repeat(10);
            bomb.append("a" + i + ": &a" + i + " [" + many.substring(0, many.length() - 2) + "]\n");
        }
        assertThat(problems(bomb.toString())).hasSize(40 + 39 * 10);
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        assertThat(problems("a: " + "[".repeat(100_000)))
                .containsExactly("x.yaml:1:36: this is not YAML: more than 32 levels stand inside one another");
    }

    @Test
    void aByteThatIsNotUtf8IsPointedAt() {
        byte[] text = "a: 1\nb: \u00e9x\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(YamlText.of(text, SOURCE).problems())
                .extracting(Problem::toString)
                .containsExactly("x.yaml:2:4: this byte is not UTF-8 text; save the file as UTF-8");
    }

    @Test
    void utf16IsNotUtf8() {
        assertThat(YamlText.of("a: 1".getBytes(StandardCharsets.UTF_16), SOURCE).whole())
                .isFalse();
    }

    @Test
    void aCutMultiByteCharacterAtTheEndIsNotUtf8() {
        assertThat(YamlText.of(new byte[] {'a', ':', ' ', (byte) 0xC3}, SOURCE).whole())
                .isFalse();
    }

    @Test
    void controlCharactersAreNamed() {
        assertThat(problems("a: x\u0000y\u007Fz"))
                .containsExactly(
                        "x.yaml:1:5: the control character U+0000 has no place in this file",
                        "x.yaml:1:7: the control character U+007F has no place in this file");
    }

    @Test
    void aTabBehindTextIsHarmless() {
        assertThat(((Scalar) value("a: x\t# a\tcomment\n", "a")).text()).isEqualTo("x");
    }

    @Test
    void aFileOfMoreThanOneMebibyteIsNotRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("big.yaml"), "#".repeat(YamlText.LARGEST + 1));
        assertThat(YamlText.of(file).problems())
                .extracting(Problem::message)
                .containsExactly("this file is larger than 1 MiB, which no file of settings is");
        Files.writeString(file, "#".repeat(YamlText.LARGEST));
        assertThat(YamlText.of(file).problems()).isEmpty();
    }

    @Test
    void listsKeepTheirOrderAndMapsToo() {
        Mapping root = read("z: [3, 1, 2]\na: 1\nm: 2\n").root();
        assertThat(root.entries().keySet()).containsExactly("z", "a", "m");
        Sequence list =
                (Sequence) Objects.requireNonNull(root.entries().get("z")).value();
        assertThat(list.items()).extracting(item -> ((Scalar) item).text()).containsExactly("3", "1", "2");
    }
}
