// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The steps one by one, what is done twice, and what makes another version. */
class StepsTest extends HouseTest {
    @Test
    void fiveStepsMakeTheVersionThatOneRunFinds() throws Exception {
        assertThat(step("generate")).isEqualTo("pending generate");
        assertThat(step("fetch")).isEqualTo("fetched fetch");
        assertThat(step("deliver")).isEqualTo("delivered deliver");
        assertThat(house.versions()).isEmpty();
        assertThat(step("verify")).isEqualTo("verified verify");
        assertThat(house.versions()).isEmpty();
        assertThat(step("publish")).isEqualTo("published published");
        assertThat(house.versions()).containsExactly("v001");
        JsonNode found = house.run("run").exits(0).json();
        assertThat(found.path("version").asText()).isEqualTo("v001");
        assertThat(found.path("deliverables")).hasSize(4);
        assertThat(house.versions()).containsExactly("v001");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aStepWithoutTheOneBeforeItSaysWhichToRun() throws Exception {
        assertThat(house.run("fetch").exits(11).problems()).contains("`platewright generate`");
        assertThat(house.run("publish").exits(11).problems()).contains("`platewright generate`");
        assertThat(house.charges()).isEmpty();
        house.run("generate").exits(0);
        assertThat(house.run("deliver").exits(11).problems()).contains("`platewright fetch`");
        house.run("fetch").exits(0);
        assertThat(house.run("verify").exits(11).problems()).contains("`platewright deliver`");
        assertThat(house.run("publish").exits(11).problems()).contains("`platewright deliver`");
        house.run("deliver").exits(0);
        assertThat(house.run("publish").exits(11).problems()).contains("`platewright verify`");
        assertThat(house.versions()).isEmpty();
    }

    @Test
    void aSecondRunChangesNothingAndCostsNothing() throws Exception {
        JsonNode first = house.run("run").exits(0).json();
        Map<String, String> before = times();
        JsonNode second = house.run("run").exits(0).json();
        assertThat(times()).isEqualTo(before);
        assertThat(second.at("/task/reused").asBoolean()).isTrue();
        assertThat(second.at("/task/task_uuid")).isEqualTo(first.at("/task/task_uuid"));
        assertThat(second.path("deliverables")).isEqualTo(first.path("deliverables"));
        assertThat(second.path("cost")).isEqualTo(first.path("cost"));
        assertThat(second.path("qc")).isEqualTo(first.path("qc"));
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void onlyThePlateIsAVersionOfItsOwnFromTheSameTake() throws Exception {
        JsonNode plate = house.run("run", "--only", "plate").exits(0).json();
        assertThat(plate.path("deliverables")).hasSize(1);
        assertThat(plate.at("/deliverables/0/name").asText()).isEqualTo("plate");
        try (Stream<Path> all = Files.list(house.version("v001"))) {
            assertThat(all.map(p -> p.getFileName().toString()).sorted()).containsExactly("exr", "manifest.json", "qc");
        }
        JsonNode all = house.run("run").exits(0).json();
        assertThat(all.path("version").asText()).isEqualTo("v002");
        assertThat(all.at("/task/task_uuid")).isEqualTo(plate.at("/task/task_uuid"));
        assertThat(house.run("run", "--only", "plate")
                        .exits(0)
                        .json()
                        .path("version")
                        .asText())
                .isEqualTo("v001");
        assertThat(house.charges()).hasSize(1);
        assertThat(house.run("run", "--only", "plates").exit()).isEqualTo(2);
    }

    @Test
    void aNewTakeIsAnotherChargeAndAnotherVersion() throws Exception {
        JsonNode one = house.run("run", "--only", "plate").exits(0).json();
        JsonNode two =
                house.run("run", "--only", "plate", "--new-take").exits(0).json();
        assertThat(one.at("/task/take").asInt()).isEqualTo(1);
        assertThat(two.at("/task/take").asInt()).isEqualTo(2);
        assertThat(two.path("version").asText()).isEqualTo("v002");
        assertThat(two.at("/task/task_uuid")).isNotEqualTo(one.at("/task/task_uuid"));
        assertThat(two.at("/task/reused").asBoolean()).isFalse();
        assertThat(house.charges()).hasSize(2);
        JsonNode again = house.run("run", "--only", "plate").exits(0).json();
        assertThat(again.path("version").asText()).isEqualTo("v002");
        assertThat(house.charges()).hasSize(2);
    }

    @Test
    void aChangedFileOfAPublishedVersionIsNamedAndNothingIsRepairedSilently() throws Exception {
        house.run("run", "--only", "plate").exits(0);
        Path plate = house.version("v001").resolve("exr/sh0010_genplate_v001.1003.exr");
        Files.setPosixFilePermissions(plate, PosixFilePermissions.fromString("rw-r--r--"));
        byte[] bytes = Files.readAllBytes(plate);
        bytes[bytes.length / 2] ^= 1;
        Files.write(plate, bytes);
        PostHouse.Ended changed = house.run("run", "--only", "plate").exits(30);
        assertThat(changed.problems()).contains("sh0010_genplate_v001.1003.exr has " + bytes.length + " bytes");
        assertThat(Files.readAllBytes(plate)).isEqualTo(bytes);
        Files.delete(plate);
        assertThat(house.run("run", "--only", "plate").exits(30).problems())
                .contains("sh0010_genplate_v001.1003.exr is missing");
        assertThat(house.versions()).containsExactly("v001");
        assertThat(house.charges()).hasSize(1);
    }

    /** Runs a step twice, as a scheduler may, and tells the status and the code. */
    private String step(String name) {
        JsonNode first = house.run(name).exits(0).json();
        JsonNode second = house.run(name).exits(0).json();
        String said = first.path("status").asText() + " " + first.path("code").asText();
        assertThat(second.path("status").asText() + " " + second.path("code").asText())
                .isEqualTo(said);
        assertThat(second.path("version")).isEqualTo(first.path("version"));
        return said;
    }

    /** Every file and folder below the root, with its time of change. */
    private Map<String, String> times() throws Exception {
        Map<String, String> times = new TreeMap<>();
        try (Stream<Path> all = Files.walk(house.root())) {
            for (Path each : all.toList()) {
                times.put(
                        house.root().relativize(each).toString(),
                        Files.getLastModifiedTime(each).toString());
            }
        }
        return times;
    }
}
