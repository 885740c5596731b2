// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.sandbox.SandboxServer;
import com.platewright.sandbox.SandboxSettings;
import com.platewright.sandbox.scene.SceneRenderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every sample of a mode and of a preset runs on the sandbox as it stands, whole, and is charged what was estimated. */
class SamplesTest {
    @TempDir
    static Path folder;

    private static SandboxServer sandbox;

    @BeforeAll
    static void open() throws Exception {
        sandbox = SandboxServer.start(SandboxSettings.in(folder.resolve("provider"), SceneRenderer.standard(2)));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsPublished() throws Exception {
        return samples().stream()
                .map(sample -> dynamicTest(sample.toString(), () -> {
                    JsonNode json =
                            run("run", sample, "--only", "review").exits(0).json();
                    assertThat(json.path("status").asText()).isEqualTo("published");
                    assertThat(json.at("/deliverables/0/frames").asInt()).isIn(121, 241);
                    assertThat(json.at("/cost/charged").decimalValue())
                            .isEqualByComparingTo(json.at("/cost/estimated").decimalValue());
                }));
    }

    @Test
    void everyPresetOfTheDefaultsHasASample() throws Exception {
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("samples/presets"))) {
            all.forEach(p ->
                    names.add(p.getFileName().toString().replace(".yaml", "").replace('-', '_')));
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "motion_transfer",
                        "camera_motion_transfer",
                        "character_transformation",
                        "relighting",
                        "environment_change",
                        "product_swap");
    }

    private static List<Path> samples() throws Exception {
        List<Path> samples = new ArrayList<>();
        for (String each : List.of("samples/modes", "samples/presets")) {
            try (Stream<Path> all = Files.list(Path.of(each))) {
                all.sorted().forEach(samples::add);
            }
        }
        assertThat(samples).hasSizeGreaterThanOrEqualTo(17);
        return samples;
    }

    private static PostHouse.Ended run(String command, Path sample, String... more) {
        List<String> line = new ArrayList<>(List.of(command, sample.toString(), "--json", "--progress", "none"));
        line.addAll(List.of("--root", folder.resolve("show").toString(), "--threads", "2"));
        line.addAll(List.of("--set", "provider.endpoint=" + sandbox.endpoint(), "--set", "provider.poll.first_s=0.2"));
        line.addAll(List.of("--set", "provider.poll.longest_s=0.5"));
        line.addAll(List.of(more));
        return PostHouse.run(line);
    }
}
