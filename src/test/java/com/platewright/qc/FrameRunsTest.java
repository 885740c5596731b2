// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameRunsTest {
    @Test
    void neighboursBecomeARangeWhateverTheirOrder() {
        assertThat(FrameRuns.named("plate", List.of(1044, 1018, 1016, 1017, 1016)))
                .isEqualTo("plates 1016-1018, 1044");
    }

    @Test
    void oneFrameIsSaidInTheSingular() {
        assertThat(FrameRuns.named("plate", List.of(1016))).isEqualTo("plate 1016");
    }

    @Test
    void whatWouldFillAPageIsCounted() {
        List<Integer> every2nd =
                IntStream.range(0, 100).map(i -> 1001 + 2 * i).boxed().toList();

        assertThat(FrameRuns.named("frame", every2nd))
                .isEqualTo("frames 1001, 1003, 1005, 1007, 1009, 1011, 1013, 1015 and 92 more up to 1199");
    }

    @Test
    void theHighestFrameNumberOverflowsNothing() {
        assertThat(FrameRuns.of(List.of(Integer.MAX_VALUE, Integer.MAX_VALUE - 1)))
                .hasSize(1);
    }
}
