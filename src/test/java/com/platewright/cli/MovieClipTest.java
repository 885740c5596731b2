// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.platewright.DebianTool;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clips that are bought without EXR frames. */
class MovieClipTest extends HouseTest {
    @BeforeEach
    void sixFramesOfMovie() throws Exception {
        house.faults("movie_frames: 6");
    }

    @Test
    void anSdrDraftBecomesAVersionWhoseReviewLooksLikeTheClipThatCame() throws Exception {
        house.request(draft("360p", "hdr: false, exr: false", "audio: [{file: mix.wav, track: mix}]\n"));
        house.sound("mix.wav", 0.25);
        JsonNode json = house.run("run").exits(0).json();
        assertThat(json.at("/deliverables/0/frames").asInt()).isEqualTo(6);
        assertThat(json.at("/deliverables/0/colour_space").asText()).isEqualTo("ACEScg");
        assertThat(house.charges()).hasSize(1);
        JsonNode colour = manifest().path("colour");
        assertThat(colour.path("source").asText()).isEqualTo("Rec.1886 Rec.709 - Display");
        assertThat(colour.path("view").asText()).isEqualTo("Un-tone-mapped");
        assertThat(colour.path("display_referred").asText()).contains("Display-referred source", "no highlights");
        String header = DebianTool.run(folder, "oiiotool", "--info", "-v", plate(1001));
        assertThat(header).contains("Display-referred source", "Rec.1886 Rec.709 - Display");
        String page = Files.readString(house.version("v001").resolve("qc/qc.html"));
        assertThat(page).contains("Display-referred source");
        assertThat(likeness("mov/sh0010_genplate_v001_prores4444.mov")).isGreaterThan(45);
        house.run("run").exits(0);
        assertThat(house.charges()).hasSize(1);
        assertThat(house.versions()).containsExactly("v001");
    }

    @Test
    void checksThatConcernFramesAreSaidToHaveNothingToLookAt() throws Exception {
        house.request(draft("360p", "hdr: false, exr: false", ""));
        house.run("run").exits(0);
        JsonNode report =
                new JsonMapper().readTree(Files.readString(house.version("v001").resolve("qc/qc.json")));
        for (String of : List.of("header.colour", "pixels.headroom", "clip.size")) {
            assertThat(check(report, of).path("result").asText()).as(of).isEqualTo("not_run");
        }
        for (String of : List.of("header.uniform", "sequence.gaps")) {
            assertThat(check(report, of).path("of").asInt())
                    .as(of + " looks at plates alone")
                    .isEqualTo(6);
        }
        assertThat(check(report, "count.movie").path("looked").asInt()).isEqualTo(5);
        assertThat(report.at("/sequences/0/noun").asText()).isEqualTo("movie frame");
    }

    @Test
    void anHdrClipWithoutExrWhoseMovieHoldsNoHighlightsIsSaidSo() throws Exception {
        house.request(draft("720p", "hdr: true, exr: false", ""));
        house.run("run").exits(0);
        assertThat(Files.readString(house.version("v001").resolve("qc/qc.json")))
                .contains("ordered in HDR, but came as a movie (r1-movie.mp4) that says it is SDR");
    }

    @Test
    void aRequestForFramesThatBringsOnlyAMovieIsStillAnAlarm() throws Exception {
        house.faults("", "{on: poll, do: {files: missing}}");
        house.request(PostHouse.generate(""));
        assertThat(house.run("run").exit()).isNotZero();
        assertThat(house.versions()).isEmpty();
    }

    @Test
    void anotherCountThanTheModelsIsRejected() throws Exception {
        house.faults("movie_frames: 5");
        house.request(draft("360p", "hdr: false, exr: false", ""));
        assertThat(house.run("run").exits(40).problems()).contains("count.expected", "has 5 frames");
    }

    @Test
    void aMovieThatIsDamagedOnTheWayIsFetchedAgain() throws Exception {
        house.faults("", "{on: download, times: 1, do: {corrupt: 0.6}}");
        house.request(draft("360p", "hdr: false, exr: false", ""));
        house.run("run").exits(0);
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aMovieThatStaysDamagedIsSaidAndNotPaidForAgain() throws Exception {
        house.faults("", "{on: download, do: {corrupt: 0.6}}");
        house.request(draft("360p", "hdr: false, exr: false", ""));
        assertThat(house.run("run").exits(30).problems()).contains("r1-movie.mp4");
        house.run("run").exits(30);
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aShowWhoseConfigHasNoSuchDisplayIsRefusedBeforeAnythingIsBought() throws Exception {
        house.request(draft("360p", "hdr: false, exr: false", ""));
        assertThat(house.run("run", "--set", "colour.movie.space=Nowhere")
                        .exits(10)
                        .problems())
                .contains("colour.movie", "Nowhere");
        assertThat(house.charges()).isEmpty();
    }

    private static JsonNode check(JsonNode report, String id) {
        for (JsonNode check : report.path("checks")) {
            if (check.path("check").asText().equals(id)) {
                return check;
            }
        }
        return MissingNode.getInstance();
    }

    /** The least PSNR of luma over the frames, in dB, of a deliverable against the movie that was fetched. */
    private double likeness(String deliverable) throws Exception {
        String said = DebianTool.run(
                folder,
                "sh",
                "-c",
                "ffmpeg -v info -i '" + house.version("v001").resolve(deliverable) + "' -i '"
                        + house.find("r1-movie.mp4")
                        + "' -lavfi '[0:v]format=yuv420p[a];[1:v]format=yuv420p[b];[a][b]psnr' -f null - 2>&1");
        Matcher found = Pattern.compile("PSNR y:([0-9.]+|inf)").matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return found.group(1).equals("inf") ? 99 : Double.parseDouble(found.group(1));
    }

    private static String draft(String resolution, String range, String more) {
        return "show: demo\nsequence: sq010\nshot: sh0010\ngenerate: {prompt: 'sparks over wet asphalt', resolution: "
                + resolution + ", duration: 5, " + range + "}\n" + more;
    }

    private JsonNode manifest() throws Exception {
        return new JsonMapper().readTree(Files.readString(house.version("v001").resolve("manifest.json")));
    }

    private String plate(int number) {
        return house.version("v001")
                .resolve("exr/sh0010_genplate_v001." + number + ".exr")
                .toString();
    }
}
