// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final Path SAMPLE = Path.of("samples/hummingbird/shot.yaml");

    @TempDir
    Path folder;

    @Test
    void planSaysEverythingAndWritesNothing() throws IOException {
        Terminal said = Terminal.run("plan", SAMPLE, "--root", folder.resolve("root"));
        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("demo/sq010/sh0010 v001")
                .contains("1001-1120 or 1001-1121")
                .contains("time code from 01:00:00:00")
                .contains("ACES2065-1 to ACEScg")
                .contains("exr/sh0010_genplate_v001.%04d.exr")
                .contains("about 0.90 USD, by the confirmed prices of 2026-11-22")
                .contains("generate 5 s HDR + EXR at 720p: 0.90 USD")
                .contains("play money")
                .contains("garden.wav, eng, starts with the first frame");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void planForMachinesIsTheContractsResultAndThePlan() throws IOException {
        Terminal said = Terminal.run("plan", SAMPLE, "--root", folder.resolve("root"), "--json");
        JsonNode json = said.json();
        assertThat(json.path("status").asText()).isEqualTo("planned");
        assertThat(json.path("exit").asInt(-1)).isZero();
        assertThat(json.path("version").asText()).isEqualTo("v001");
        assertThat(json.path("cost").path("estimated").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(json.path("cost").path("charged").isNull()).isTrue();
        assertThat(json.path("deliverables").findValuesAsText("name"))
                .containsExactly("plate", "master", "review", "contact", "sound");
        JsonNode plan = json.path("plan");
        assertThat(plan.path("frames").path("counts").toString()).isEqualTo("[120,121]");
        assertThat(plan.path("version_is").asText()).isEqualTo("next");
        assertThat(plan.path("costs_now").path("buys").asBoolean()).isTrue();
        assertThat(plan.path("checks").path("error").toString()).contains("pixels.nan");
    }

    @Test
    void anUnknownPriceIsNullAndNeverNothing() throws IOException {
        Path request = request("source: plate.mp4\n  edit: {strength: adhere_2}\n  hdr: true\n  exr: true");
        Files.writeString(request.resolveSibling("plate.mp4"), "a plan does not decode its media");
        Terminal said = Terminal.run("plan", request, "--root", folder.resolve("root"), "--json");
        assertThat(said.exit()).isZero();
        assertThat(said.json().path("cost").path("estimated").isNull()).isTrue();
        assertThat(said.json().path("plan").path("price").isNull()).isTrue();
        assertThat(said.json().path("plan").path("frames").path("counts")).isEmpty();
        assertThat(Terminal.run("plan", request, "--root", folder.resolve("root"))
                        .out())
                .contains("as many as the source clip has")
                .contains("not known: the length of the source clip cannot be read");
    }

    @Test
    void anUnknownOptionIsAWrongCommand() {
        Terminal said = Terminal.run("plan", SAMPLE, "--bogus");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("Unknown option: '--bogus'");
    }

    @Test
    void everyMistakeOfARequestIsNamedAtOnceWithItsLine() throws IOException {
        Path request =
                request("resolution: 1080p\n  width: 1920\n  height: 1080\n  hdr: true\n  exr: true\n  loop: true\n"
                        + "  promt: again\n  keyframes: [{image: nowhere.png, frame: first}]");
        Terminal said = Terminal.run("plan", request, "--root", folder, "--json");
        assertThat(said.exit()).isEqualTo(11);
        assertThat(said.json().path("status").asText()).isEqualTo("failed");
        assertThat(said.json().path("code").asText()).isEqualTo("request");
        assertThat(said.err())
                .contains("shot.yaml:")
                .contains("loop")
                .contains("resolution")
                .contains("promt")
                .contains("there is no file")
                .contains("nowhere.png");
        assertThat(said.json().path("problems").size()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aWrongShowIsSaidWithItsLine() throws IOException {
        Path show = folder.resolve("wrong.yaml");
        Files.writeString(show, "paths:\n  root: /tmp\n  colour: red\ntiming:\n  frame_rate: fast\n");
        Terminal said = Terminal.run("plan", SAMPLE, "--show", show);
        assertThat(said.exit()).isEqualTo(10);
        assertThat(said.err()).contains("wrong.yaml:3:3").contains("wrong.yaml:5:");
    }

    @Test
    void aDeliverableThatTheShowDoesNotMakeIsAWrongCommand() {
        Terminal said = Terminal.run("plan", SAMPLE, "--root", folder, "--only", "plate,dcp");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("--only names dcp");
    }

    @Test
    void statusOfAShotThatNobodyBeganIsPlanned() throws IOException {
        Terminal said = Terminal.run("status", SAMPLE, "--root", folder.resolve("root"), "--json");
        assertThat(said.exit()).isZero();
        assertThat(said.json().path("status").asText()).isEqualTo("planned");
        assertThat(said.json().path("takes").path(0).path("state").asText()).isEqualTo("planned");
        assertThat(said.json().path("steps").path("generate").asBoolean(true)).isFalse();
        assertThat(said.json().path("lease").isNull()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void planAndStatusFollowAnImportUntilItIsPublished() throws IOException {
        Path frames = Files.createDirectory(folder.resolve("frames"));
        NoisyFrames.make(frames, 1, 3);
        Path request = folder.resolve("import.yaml");
        Files.writeString(request, "show: demo\nsequence: sq010\nshot: sh0020\nimport: {exr: frames}\n");
        Object[] common = {request, "--root", folder.resolve("root"), "--only", "plate,contact", "--json"};
        JsonNode before = run("plan", common).json();
        assertThat(before.path("deliverables").path(0).path("last").asInt()).isEqualTo(1003);
        assertThat(before.path("plan").path("costs_now").path("buys").asBoolean(true))
                .isFalse();

        assertThat(run("deliver", common).exit()).isZero();
        JsonNode delivered = run("status", common).json();
        assertThat(delivered.path("status").asText()).isEqualTo("delivered");
        assertThat(delivered.path("steps").path("verify").asBoolean(true)).isFalse();
        assertThat(run("plan", common).json().path("plan").path("version_is").asText())
                .isEqualTo("reserved");

        assertThat(run("run", common).exit()).isZero();
        JsonNode published = run("status", common).json();
        assertThat(published.path("status").asText()).isEqualTo("published");
        assertThat(published.path("version").asText()).isEqualTo("v001");
        assertThat(published.path("qc").path("status").asText()).isEqualTo("passed");
        assertThat(run("plan", common).json().path("plan").path("version_is").asText())
                .isEqualTo("published");
        Object[] more = {request, "--root", folder.resolve("root"), "--only", "plate", "--json"};
        assertThat(run("plan", more).json().path("version").asText()).isEqualTo("v002");
    }

    private static Terminal run(String command, Object... common) {
        return Terminal.run(Stream.concat(Stream.of(command), Stream.of(common)).toArray());
    }

    private Path request(String generate) throws IOException {
        Path file = Files.createTempDirectory(folder, "request").resolve("shot.yaml");
        Files.writeString(
                file, "show: demo\nsequence: sq010\nshot: sh0010\ngenerate:\n  prompt: a bird\n  " + generate + "\n");
        return file;
    }
}
