// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.yaml.Node.Scalar;
import com.platewright.yaml.Where;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarsTest {
    private static Scalar plain(String text) {
        return new Scalar(Where.option("test"), text, true);
    }

    private static String read(String text, String... types) {
        return Scalars.read(plain(text), Set.of(types)).map(Object::toString).orElse("refused");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "-1, -1",
        "0, 0",
        "010, refused",
        "1_000, refused",
        "0x1F, refused",
        "0o17, refused",
        "+5, refused",
        "5.0, refused",
        "23.976, refused",
        "1e3, refused",
        "12:30:45, refused",
        "five, refused",
        "-0, 0",
        "1234567890123456789012345678901, 1234567890123456789012345678901",
        "99999999999999999999999999999999, refused"
    })
    void aWholeNumberLooksLikeOne(String text, String value) {
        assertThat(read(text, "integer")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "0.25, 0.25",
        "-1.5, -1.5",
        "1e3, 1E+3",
        "2.5e-2, 0.025",
        ".5, refused",
        "5., refused",
        "1_0.5, refused",
        ".inf, refused",
        ".nan, refused",
        "'1,5', refused",
        "007.5, refused",
        "1e999, refused"
    })
    void aNumberLooksLikeOne(String text, String value) {
        assertThat(read(text, "number")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "True, true", "FALSE, false", "yes, refused", "on, refused", "0, refused", "tRuE, refused"
    })
    void aTruthValueIsTrueOrFalse(String text, String value) {
        assertThat(read(text, "boolean")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"no", "on", "010", "1_000", "12:30:45", "true", "5", "1e3"})
    void forTextEverythingIsWhatIsWritten(String text) {
        assertThat(read(text, "string")).isEqualTo('"' + text + '"');
    }

    @Test
    void aNumberGoesBeforeTextWhereBothAreWelcome() {
        assertThat(read("80", "integer", "string")).isEqualTo("80");
        assertThat(read("first", "integer", "string")).isEqualTo("\"first\"");
        assertThat(Scalars.read(new Scalar(Where.option("test"), "80", false), Set.of("integer", "string")))
                .as("what is quoted is text")
                .hasToString("Optional[\"80\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "010, YAML 1.1 reads a leading 0 as octal; write 10",
        "-007, YAML 1.1 reads a leading 0 as octal; write -7",
        "1_000, write 1000",
        "0x1F, write 31",
        "0o17, write 15",
        "0b101, write 5",
        "+5, write 5",
        "5.0, write 5",
        "1e3, write 1000",
        "60s, the unit is fixed; write 60",
        "24 fps, the unit is fixed; write 24",
        "23.976, none",
        "five, none",
        "0o99, none",
        "12:30:45, none"
    })
    void theRemedyForAWholeNumberIsTheSameNumberWrittenPlainly(String text, String remedy) {
        assertThat(Scalars.remedy(plain(text), Set.of("integer")).orElse("none"))
                .isEqualTo(remedy);
    }

    @ParameterizedTest
    @CsvSource({".5, write 0.5", "5., write 5", "1_0.5, write 10.5", "0.5s, the unit is fixed; write 0.5", "'1,5', none"
    })
    void theRemedyForANumberIsTheSameNumberWrittenPlainly(String text, String remedy) {
        assertThat(Scalars.remedy(plain(text), Set.of("number")).orElse("none")).isEqualTo(remedy);
    }

    @ParameterizedTest
    @CsvSource({"yes, write true", "ON, write true", "No, write false", "0, write false", "maybe, none"})
    void theRemedyForATruthValueIsTheWordForIt(String text, String remedy) {
        assertThat(Scalars.remedy(plain(text), Set.of("boolean")).orElse("none"))
                .isEqualTo(remedy);
    }

    @Test
    void aQuotedNumberOnlyLosesItsQuotes() {
        Scalar quoted = new Scalar(Where.option("test"), "5", false);
        assertThat(Scalars.remedy(quoted, Set.of("integer"))).hasValue("take the quotes away");
    }
}
