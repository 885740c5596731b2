// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.DebianTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A show whose plates are as the model delivers frames gets those frames, not a second generation of a lossy codec. */
class PassThroughTest {
    @TempDir
    private Path folder;

    @Test
    void platesInTheSourcesSpaceAndCompressionHaveTheSourcesPixels() throws Exception {
        try (PostHouse house = new PostHouse(folder)) {
            house.run("run", "--set", "colour.plate=ACES2065-1", "--set", "deliverables.plate.compression=dwab")
                    .exits(0);
            DebianTool.run(folder, "unzip", "-q", house.find("r1-frames-1.zip").toString(), "-d", "source");
            List<String> plates = hashes(house.version("v001").resolve("exr"));
            assertThat(plates).hasSize(PostHouse.FRAMES).isEqualTo(hashes(folder.resolve("source")));
            String header = DebianTool.run(
                    folder,
                    "exrheader",
                    first(house.version("v001").resolve("exr")).toString());
            assertThat(header).contains("platewright.shot", "demo/sq010/sh0010", "dwa, medium scanline");

            house.run("run", "--set", "colour.plate=ACEScg", "--set", "deliverables.plate.compression=dwab")
                    .exits(0);
            assertThat(hashes(house.version("v002").resolve("exr"))).doesNotContainAnyElementsOf(plates);
        }
    }

    private List<String> hashes(Path frames) throws IOException {
        try (Stream<Path> all = Files.walk(frames)) {
            return all.filter(p -> p.toString().endsWith(".exr"))
                    .sorted()
                    .map(p -> DebianTool.run(folder, "oiiotool", "--hash", p.toString()))
                    .map(said -> said.substring(said.indexOf("SHA-1")).strip())
                    .toList();
        }
    }

    private static Path first(Path frames) throws IOException {
        try (Stream<Path> all = Files.list(frames)) {
            return all.sorted().findFirst().orElseThrow();
        }
    }
}
