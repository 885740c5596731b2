// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.shot.FrameRate;
import com.platewright.shot.TimeCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeWordTest {
    @ParameterizedTest
    @CsvSource({
        "01:00:00:00, 24, 01000000",
        "10:11:12:13, 24, 10111213",
        "01:02:03:23, 24000/1001, 01020323",
        "23:59:59:29, 30, 23595929",
        "01:00:00:47, 48, 01008023",
        "01:00:00:46, 48, 01000023",
        "01:00:00:59, 60, 01008029"
    })
    void digitsAreDecimalAndPairsOfFramesHaveAFlag(String time, String rate, String word) {
        FrameRate fps = FrameRate.parse(rate);
        assertThat(TimeCodeWord.write(TimeCode.parse(time), fps)).isEqualTo(Long.parseLong(word, 16));
        assertThat(TimeCodeWord.read(Long.parseLong(word, 16), Optional.of(fps)))
                .contains(TimeCode.parse(time));
    }

    @ParameterizedTest
    @CsvSource({"01000042", "0100000a", "01000b00", "01006000", "01600000", "24000000"})
    void dropFrameCountingAndImpossibleDigitsAreNoTimeCode(String word) {
        assertThat(TimeCodeWord.read(Long.parseLong(word, 16), Optional.of(FrameRate.FILM)))
                .isEmpty();
    }

    @Test
    void aFileWithoutRateCountsAtTwentyFour() {
        assertThat(TimeCodeWord.read(0x01008012, Optional.empty())).contains(TimeCode.parse("01:00:00:12"));
    }
}
