// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "plate,plate,0",
        "plaet,plate,1",
        "plat,plate,1",
        "plates,plate,1",
        "slates,plate,2",
        "Frame-Padding,frame_padding,0",
        "'',abc,3",
        "kitten,sitting,3"
    })
    void slipsAreCountedAsAPersonMakesThem(String one, String other, int slips) {
        assertThat(Nearest.slips(one, other)).isEqualTo(slips);
        assertThat(Nearest.slips(other, one)).isEqualTo(slips);
    }

    @Test
    void aWordThatIsFarFromAllIsNoSlip() {
        assertThat(Nearest.to("hdr", List.of("loop", "takes", "prompt"))).isEmpty();
        assertThat(Nearest.to("durration", List.of("loop", "duration", "prompt")))
                .hasValue("duration");
    }

    @Test
    void theNearestNameStandsFirst() {
        assertThat(Nearest.first("dmeo", List.of("benchmark", "feature", "demo")))
                .startsWith("demo");
        assertThat(Nearest.first("x", List.of("b", "a"))).containsExactly("a", "b");
    }
}
