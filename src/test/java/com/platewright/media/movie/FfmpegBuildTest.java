// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FfmpegBuildTest {
    @Test
    void everyLibraryHasAVersion() throws IOException {
        Map<String, String> libraries = FfmpegBuild.libraries();
        assertThat(libraries).containsKeys("ffmpeg", "libavcodec", "libavformat", "libavutil", "libswscale");
        assertThat(libraries.get("ffmpeg")).matches("n?8\\.0.*");
        assertThat(libraries.get("libavcodec")).matches("62\\.\\d+\\.\\d+");
        assertThat(libraries.get("x264")).matches("x264 - core \\d+.*");
        assertThat(libraries.get("x265")).matches("x265 \\(build \\d+\\).*");
    }

    @Test
    void anEncoderIsThereOrNot() {
        assertThat(FfmpegBuild.encoders(List.of("prores_ks", "dnxhd", "libx264", "libx265", "aac", "nosuchcodec")))
                .containsExactly(
                        Map.entry("prores_ks", true),
                        Map.entry("dnxhd", true),
                        Map.entry("libx264", true),
                        Map.entry("libx265", true),
                        Map.entry("aac", true),
                        Map.entry("nosuchcodec", false));
    }
}
