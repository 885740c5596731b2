// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.platewright.DebianTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was bought for one shot is not bought again for another, unless somebody says so. */
class ReuseTest extends HouseTest {
    private String bought = "";

    @BeforeEach
    void buyForTheFirstShot() throws Exception {
        bought = run("run").exits(0).json().at("/task/task_uuid").asText();
        house.request(PostHouse.generate("").replace("sh0010", "sh0020"));
    }

    @Test
    void anotherShotTakesTheClipAndPaysNothing() throws Exception {
        JsonNode plan = house.plan().exits(0).json();
        assertThat(plan.at("/plan/costs_now/buys").asBoolean(true)).isFalse();
        assertThat(plan.at("/plan/costs_now/words").asText())
                .contains("was bought for demo/sq010/sh0010 (take 1, 0.90 USD, ", "--new-take buys another");
        JsonNode second = run("run").exits(0).json();
        assertThat(second.at("/task/reused").asBoolean()).isTrue();
        assertThat(second.at("/problems/0/message").asText()).startsWith("Nothing was bought: task " + bought);
        assertThat(second.at("/task/task_uuid").asText()).isEqualTo(bought);
        assertThat(second.at("/cost/charged").decimalValue()).isEqualByComparingTo("0");
        assertThat(house.charges()).hasSize(1);
        assertThat(pixels("sh0020")).isEqualTo(pixels("sh0010"));
        JsonNode manifest = new JsonMapper()
                .readTree(version("sh0020").resolve("manifest.json").toFile());
        assertThat(manifest.at("/generation/task_uuid").asText()).isEqualTo(bought);
        assertThat(house.ask("status").exits(0).json().at("/takes/0/task_uuid").asText())
                .isEqualTo(bought);
    }

    @Test
    void aNewTakeIsBoughtInsteadAndOnlyOnce() throws Exception {
        run("run", "--new-take").exits(0);
        assertThat(house.charges()).hasSize(2);
        run("run").exits(0);
        assertThat(house.charges()).hasSize(2);
    }

    @Test
    void afterATakenClipANewTakeIsAPurchase() throws Exception {
        run("run").exits(0);
        JsonNode second = run("run", "--new-take").exits(0).json();
        assertThat(house.charges()).hasSize(2);
        assertThat(second.at("/task/take").asInt()).isEqualTo(2);
        assertThat(second.path("version").asText()).isEqualTo("v002");
    }

    @Test
    void aShowMayWantAPersonsWord() throws Exception {
        String ask = "budget.reuse=refuse";
        assertThat(house.plan("--set", ask)
                        .exits(0)
                        .json()
                        .at("/plan/budget/breaches")
                        .toString())
                .contains("was bought for demo/sq010/sh0010");
        assertThat(run("run", "--set", ask).exits(23).problems())
                .contains("Nothing was sent", "budget.reuse=take", "--new-take");
        assertThat(house.charges()).hasSize(1);
        run("run", "--set", "budget.reuse=buy").exits(0);
        assertThat(house.charges()).hasSize(2);
    }

    @Test
    void whatTheOtherShotLostIsFetchedAgainByItsTask() throws Exception {
        for (Path file : files("sh0010/genplate/.platewright/takes", "frames-")) {
            Files.write(file, new byte[] {0});
        }
        run("run").exits(0);
        assertThat(house.charges()).hasSize(1);
        assertThat(pixels("sh0020")).isEqualTo(pixels("sh0010"));
    }

    @Test
    void anotherRequestIsAnotherPurchase() throws Exception {
        house.request(PostHouse.generate("").replace("sh0010", "sh0020").replace("sparks", "embers"));
        assertThat(house.plan().exits(0).json().at("/plan/costs_now/buys").asBoolean())
                .isTrue();
        run("run").exits(0);
        assertThat(house.charges()).hasSize(2);
    }

    private PostHouse.Ended run(String command, String... options) {
        List<String> all =
                Stream.concat(Stream.of("--only", "plate"), Stream.of(options)).toList();
        return house.run(command, all.toArray(String[]::new));
    }

    private Path version(String shot) {
        return house.root().resolve("sq010").resolve(shot).resolve("genplate/v001");
    }

    /** The pictures' own digest, whatever the headers say. */
    private String pixels(String shot) throws IOException {
        StringBuilder hashes = new StringBuilder();
        for (Path frame : files(shot + "/genplate/v001/exr", ".exr")) {
            String said = DebianTool.run(folder, "oiiotool", "--hash", frame.toString());
            hashes.append(said.substring(said.indexOf("SHA-1"))).append('\n');
        }
        assertThat(hashes).isNotEmpty();
        return hashes.toString();
    }

    private List<Path> files(String below, String name) throws IOException {
        try (Stream<Path> all = Files.walk(house.root().resolve("sq010").resolve(below))) {
            return all.filter(p -> p.getFileName().toString().contains(name))
                    .sorted()
                    .toList();
        }
    }
}
