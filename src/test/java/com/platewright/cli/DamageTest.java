// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.DebianTool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is damaged is found and named, and nothing of it is published. */
class DamageTest extends HouseTest {
    /** A bit that flips under a right archive checksum is found where the frame has checksums of its own, as ZIP has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zip: {damage: {flipped: 3}}        | frame_0003.exr | expected CRC-32",
                "exr: {compression: zip}, zip: {damage: {flipped_unseen: 3}} | frame_0003.exr | is damaged or cut short",
                "zip: {damage: {truncated: 4}}      | frame_0004.exr | is damaged or cut short",
                "zip: {outside: true}               | ../outside.exr | r1-frames-1.zip"
            })
    void framesThatCannotBeReadAreNamed(String quirk, String frame, String said) throws Exception {
        house.faults(quirk);
        PostHouse.Ended ended = house.run("run", "--only", "plate").exits(30);
        assertThat(ended.problems()).contains(frame, said);
        assertThat(ended.json().path("retryable").asBoolean()).isFalse();
        assertNothingIsPublished();
        assertThat(house.run("run", "--only", "plate").exits(30).problems()).isEqualTo(ended.problems());
        assertThat(house.charges()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zip: {damage: {missing: 3}}  | sequence.gaps | r1-frames-1.zip lacks source frame 3.",
                "zip: {damage: {missing: 5}}  | count.expected | The clip has 5 frames; one of this duration has 6.",
                "exr: {nan: 2}                | pixels.nan | source frame 2 (plate 1003): 64 samples",
                "exr: {black: 2}              | pixels.black | no picture in source frame 2 (plate 1003)",
                "movie_frames: 5              | count.movie | (r1-movie.mp4) is 5 frames long, r1-frames-1.zip 6."
            })
    void whatReadsButIsWrongIsRejectedWithAReport(String quirk, String check, String said) throws Exception {
        house.faults(quirk);
        PostHouse.Ended ended = house.run("run", "--only", "plate").exits(40);
        JsonNode json = ended.json();
        assertThat(json.path("status").asText() + " " + json.path("code").asText())
                .isEqualTo("rejected qc");
        assertThat(ended.problems()).contains(check + ": ", said).doesNotContain("suspect the disk");
        assertThat(json.at("/qc/status").asText()).isEqualTo("rejected");
        assertThat(Path.of(json.at("/qc/json").asText())).content().contains("\"" + check + "\"");
        assertThat(Path.of(json.at("/qc/html").asText())).isRegularFile();
        assertNothingIsPublished();
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void anotherTakeMayBeBoughtInThePlaceOfOneThatCannotBeUsed() throws Exception {
        house.faults("exr: {black: 2}");
        house.run("run", "--only", "plate").exits(40);
        house.faults("zip: {damage: {flipped: 3}}");
        house.run("run", "--only", "plate", "--new-take").exits(30);
        house.faults("zip: {damage: {truncated: 3}}");
        house.run("run", "--only", "plate", "--new-take").exits(30);
        assertThat(house.charges()).hasSize(3);
        house.faults("");
        JsonNode json =
                house.run("run", "--only", "plate", "--new-take").exits(0).json();
        assertThat(json.at("/task/take").asInt()).isEqualTo(4);
        assertThat(house.charges()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"zip,corrupt: 0.5", "zip,corrupt: 0.9999", "zip,truncate: 0.4", "mp4,truncate: 0.4"})
    void damageOnTheWayIsHealedByFetchingAgain(String file, String fault) throws Exception {
        house.faults("", "{on: download, file: " + file + ", times: 1, do: {" + fault + "}}");
        house.run("run", "--only", "plate").exits(0);
        assertThat(house.versions()).containsExactly("v001");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aMovieThatWasDamagedOnTheWayIsFetchedAgainByTheNextRun() throws Exception {
        house.faults("", "{on: download, file: mp4, times: 1, do: {answer: {status: 200, body: no movie}}}");
        assertThat(house.run("run", "--only", "plate").exits(40).problems()).contains("file.decodes: r1-movie.mp4");
        assertNothingIsPublished();
        house.run("run", "--only", "plate").exits(0);
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void soundThatIsASecondShortIsToldBeforeAnythingIsBought() throws Exception {
        house.sound("short.wav", 4.04);
        house.request(PostHouse.generate("audio: [{file: short.wav, track: mix}]\n"));
        PostHouse.Ended ended = house.run("run", "--set", "provider.delivers.frames_5s=[120, 121]")
                .exits(11);
        assertThat(ended.problems()).contains("audio mix: ", "short.wav ends 4.040 s", "lasts 5.000 s (120 frames)");
        assertThat(house.charges()).isEmpty();
        assertThat(house.root()).doesNotExist();
    }

    @Test
    void soundOfAnImportThatIsASecondShortIsRejectedWithAReport() throws Exception {
        Path frames = Files.createDirectory(folder.resolve("frames"));
        DebianTool.run(
                frames,
                "sh",
                "-c",
                "oiiotool $(for i in $(seq 101 130); do echo"
                        + " --pattern noise:seed=$i 64x36 3 -d half -o f.$i.exr; done)");
        house.sound("short.wav", 0.25);
        house.request(PostHouse.imports("exr: frames", "audio: [{file: short.wav, track: mix}]\n"));
        PostHouse.Ended ended = house.run("run").exits(40);
        assertThat(ended.problems()).contains("sound.length: ", "short.wav");
        assertThat(Path.of(ended.json().at("/qc/html").asText())).isRegularFile();
        assertThat(ended.json().at("/cost/charged").isNull()).isTrue();
        assertNothingIsPublished();
    }

    private void assertNothingIsPublished() throws Exception {
        assertThat(house.versions()).isEmpty();
    }
}
