// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.shot.Resolution;
import com.platewright.shot.ShotId;
import com.platewright.shot.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
    private static final ShowConfig.Numbering NUMBERING = new ShowConfig.Numbering(1001, 4, 3);

    private static final TokenValues SHOT = TokenValues.of(new ShotId("demo", "sq010", "sh0010"), "genplate")
            .version(new Version(7), NUMBERING)
            .size(new Resolution(1920, 1080))
            .deliverable("plate");

    @Test
    void everyTokenIsReplaced() {
        PathTemplate template = new PathTemplate(
                "{show}/{sequence}/{shot}/{task}_{version}/{deliverable}_{width}x{height}/x.{frame}.exr");
        assertThat(template.fill(SHOT.frame(1001, NUMBERING)))
                .isEqualTo("demo/sq010/sh0010/genplate_v007/plate_1920x1080/x.1001.exr");
        assertThat(template.tokens()).isEqualTo(Token.ALL);
    }

    @ParameterizedTest
    @CsvSource({"0, 0000", "7, 0007", "1001, 1001", "123456, 123456"})
    void framesArePaddedAndNeverCut(int frame, String digits) {
        assertThat(new PathTemplate("{frame}.exr").fill(SHOT.frame(frame, NUMBERING)))
                .isEqualTo(digits + ".exr");
    }

    @Test
    void aSequenceHasAPrintfPattern() {
        String pattern = new PathTemplate("exr/{shot}.{frame}.exr").fill(SHOT.anyFrame(NUMBERING));
        assertThat(pattern).isEqualTo("exr/sh0010.%04d.exr");
        assertThat(String.format(pattern, 1001)).isEqualTo("exr/sh0010.1001.exr");
    }

    @Test
    void aFrameBelowZeroHasNoFile() {
        assertThatThrownBy(() -> SHOT.frame(-1, NUMBERING)).hasMessageContaining("-1 has no file name");
    }

    @Test
    void aTokenWithoutAValueIsSaid() {
        assertThatThrownBy(() -> new PathTemplate("{frame}.exr").fill(SHOT)).hasMessage("{frame} has no value here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a",
                "a/",
                "a//b",
                "../a",
                "a/../b",
                "./a",
                ".hidden",
                "a/.b",
                "-a",
                "a b",
                "a\\b",
                "ä",
                "a:b",
                "",
                "a\nb",
                "a%04d",
                "{shot",
                "shot}",
                "{}",
                "{{shot}}",
                "{SHOT}",
                "{shot }",
                "a*"
            })
    void whatCannotBecomeALegalPathIsRefused(String text) {
        assertThatThrownBy(() -> new PathTemplate(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "/etc", "a/../../b", "", "x y", "-x"})
    void aValueCannotLeadOutOfTheFolder(String value) {
        TokenValues values = new TokenValues(Map.of(Token.DELIVERABLE, value));
        assertThatThrownBy(() -> new PathTemplate("{deliverable}").fill(values))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PathTemplate("{deliverable}/x").fill(values))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameLongerThanFileSystemsTakeIsRefused() {
        TokenValues values = new TokenValues(Map.of(Token.DELIVERABLE, "x".repeat(128)));
        assertThat(new PathTemplate("{deliverable}.{deliverable}")
                        .fill(new TokenValues(Map.of(Token.DELIVERABLE, "x".repeat(127)))))
                .hasSize(255);
        assertThatThrownBy(() -> new PathTemplate("{deliverable}{deliverable}").fill(values))
                .hasMessageContaining("at most 255");
    }

    @Test
    void textTakesAllCharactersAndTheSameTokens() {
        TextTemplate text = new TextTemplate("© Größe {width}×{height}: 100% $1 \\ {shot}");
        assertThat(text.fill(SHOT)).isEqualTo("© Größe 1920×1080: 100% $1 \\ sh0010");
        assertThatThrownBy(() -> new TextTemplate("{shoot}")).hasMessageEndingWith("Did you mean {shot}?");
    }
}
