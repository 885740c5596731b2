// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.DebianTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An OpenEXR still as an input: what is sent is the picture that the show's view makes of it. */
class ExrStillTest {
    @TempDir
    private Path folder;

    @Test
    void anExrStillIsSentThroughTheShowsViewAndThatIsSaid() throws Exception {
        DebianTool.run(
                folder,
                "oiiotool",
                "--pattern",
                "fill:topleft=0.01,0.02,0.03:topright=0.18,0.18,0.18:bottomleft=4,2,0.5:bottomright=0.9,0.1,0.1",
                "192x108",
                "3",
                "-d",
                "half",
                "-o",
                "first.exr");
        try (PostHouse house = new PostHouse(folder)) {
            house.request(PostHouse.generate("")
                    .replace("exr: true}", "exr: true, keyframes: [{image: first.exr, frame: first}]}"));
            PostHouse.Ended ended = house.run("run", "--only", "plate").exits(0);
            assertThat(ended.problems()).contains("first.exr (rule still.exr)");
            assertThat(house.run("run", "--only", "plate", "--set", "rules.still.exr=error")
                            .exits(11)
                            .problems())
                    .contains("rule still.exr");
            Path sent;
            try (Stream<Path> all = Files.walk(house.root())) {
                sent = all.filter(p -> p.toString().contains("/stills/")
                                && p.toString().endsWith(".png"))
                        .findFirst()
                        .orElseThrow();
            }
            DebianTool.run(
                    folder,
                    "oiiotool",
                    "--colorconfig",
                    Path.of("pipeline-configs/colour/aces-1.3.ocio")
                            .toAbsolutePath()
                            .toString(),
                    "first.exr",
                    "--iscolorspace",
                    "ACEScg",
                    "--ociodisplay",
                    "Rec.1886 Rec.709 - Display",
                    "ACES 1.0 - SDR Video",
                    "-d",
                    "uint8",
                    "-o",
                    "oracle.png");
            // one code of 8 bits is 0.0039; the tool fails by its exit code above that
            DebianTool.run(folder, "oiiotool", "--fail", "0.006", "--diff", sent.toString(), "oracle.png");
            assertThat(house.charges()).hasSize(1);
        }
    }
}
