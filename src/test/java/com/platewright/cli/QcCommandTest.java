// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.DebianTool;
import com.platewright.oracle.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QcCommandTest {
    private static final Path SOUND = Path.of("samples/hummingbird/garden.wav");

    @TempDir
    Path folder;

    private static Path made = Path.of("");

    private Path frames;

    @BeforeAll
    static void makeThreeFrames(@TempDir Path once) {
        made = once;
        NoisyFrames.make(once, 1001, 1003);
    }

    @BeforeEach
    void copyThem() throws IOException {
        frames = Files.createDirectory(folder.resolve("frames"));
        for (String name : List.of("a.1001.exr", "a.1002.exr", "a.1003.exr")) {
            Files.copy(made.resolve(name), frames.resolve(name));
        }
    }

    @Test
    void goodFramesPassWithTheirFigures() throws IOException {
        Path page = folder.resolve("report.html");
        Terminal said = Terminal.run("qc", frames, "--html", page);
        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("3 frames 1001-1003, 64x48, half")
                .contains("blue   lowest")
                .contains("above 1.0 100.000 %")
                .containsPattern("pixels\\.nan +passed +3 frames")
                .contains("passed: 0 errors");
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("Passed");
    }

    @Test
    void aFrameWithNotANumberIsRejectedByName() throws IOException {
        nan();
        Terminal said = Terminal.run("qc", frames, "--json");
        assertThat(said.exit()).isEqualTo(40);
        JsonNode json = said.json();
        assertThat(json.path("status").asText()).isEqualTo("rejected");
        assertThat(json.path("code").asText()).isEqualTo("qc");
        assertThat(json.path("qc").path("errors").asInt()).isEqualTo(1);
        assertThat(json.path("problems").path(0).path("code").asText()).isEqualTo("pixels.nan");
        assertThat(json.path("problems").path(0).path("message").asText()).contains("1002");
        assertThat(json.path("report").path("sequences").path(0).path("frames").asInt())
                .isEqualTo(3);
    }

    @Test
    void theShowsSeveritiesDecide() {
        nan();
        assertThat(Terminal.run("qc", frames, "--set", "checks.pixels.nan=warn").exit())
                .isZero();
    }

    @Test
    void aMissingNumberIsAGapAndTheOthersKeepTheirs() throws IOException {
        Files.delete(frames.resolve("a.1002.exr"));
        Terminal said = Terminal.run("qc", frames);
        assertThat(said.exit()).isEqualTo(40);
        assertThat(said.out()).contains("2 frames 1001-1003").containsPattern("sequence\\.gaps +error");
    }

    @Test
    void aFrameThatIsCutShortIsDamagedMediaByName() throws IOException {
        Path cut = frames.resolve("a.1002.exr");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 900));
        Terminal said = Terminal.run("qc", frames, "--json");
        assertThat(said.exit()).isEqualTo(30);
        assertThat(said.err()).contains("a.1002.exr");
        assertThat(said.json().path("code").asText()).isEqualTo("media");
        assertThat(said.json()
                        .path("report")
                        .path("sequences")
                        .path(0)
                        .path("frames")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aMovieIsDecodedAndComparedWithItsFrames() throws IOException {
        Path movie = folder.resolve("clip.mp4");
        Oracle.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x48:r=24",
                "-frames:v",
                "4",
                "-pix_fmt",
                "yuv420p",
                movie.toString());
        Terminal alone = Terminal.run("qc", movie);
        assertThat(alone.out()).contains("4 frames, 64x48, 24 fps, h264");
        Terminal both = Terminal.run("qc", frames, movie);
        assertThat(both.exit()).isEqualTo(40);
        assertThat(both.out()).containsPattern("count\\.movie +error");
    }

    @Test
    void soundIsMeasured() {
        Terminal said = Terminal.run("qc", SOUND);
        assertThat(said.out()).contains("pcm_s16le, 44100 Hz, 2 channels, 16 bit, 229320 samples");
    }

    @Test
    void whatIsNotThereIsAWrongRequestAndAllOfItIsNamed() {
        Terminal said = Terminal.run("qc", folder.resolve("one.zip"), folder.resolve("two.mov"));
        assertThat(said.exit()).isEqualTo(11);
        assertThat(said.err()).contains("one.zip").contains("two.mov");
    }

    @Test
    void twoSequencesAreTooMany() {
        Terminal said = Terminal.run("qc", frames, frames.resolve("a.1001.exr"));
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("one sequence of frames; found 2");
    }

    @Test
    void aTextIsNoMedia() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello\n");
        Terminal said = Terminal.run("qc", text);
        assertThat(said.exit()).isEqualTo(30);
        assertThat(said.err()).contains("notes.txt");
    }

    private void nan() {
        DebianTool.run(
                frames, "oiiotool", "a.1002.exr", "--fill:color=nan,0,0", "4x4+5+5", "-d", "half", "-o", "a.1002.exr");
    }
}
