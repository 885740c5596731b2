// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.platewright.DebianTool;
import com.platewright.media.Oracle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clips that other programs made. */
class ImportTest extends HouseTest {
    private static final List<String> COMPRESSIONS =
            List.of("none", "rle", "zips", "zip", "piz", "pxr24", "b44", "b44a", "dwaa:45", "dwab:45");

    @Test
    void everyCompressionInLinesAndInTilesGivesThePixelsThatOpenImageIoReads() throws Exception {
        List<Path> sources = new ArrayList<>();
        List<String> command = new ArrayList<>(List.of("oiiotool"));
        for (String compression : COMPRESSIONS) {
            for (String layout : List.of("--scanline", "--tile")) {
                Path file = folder.resolve("clip/" + String.format("f.%04d.exr", 86 + sources.size()));
                sources.add(file);
                command.addAll(List.of("--pattern", "noise:seed=" + sources.size(), "200x120", "3", "-d", "half"));
                command.add(layout);
                if (layout.equals("--tile")) {
                    command.addAll(List.of("64", "32"));
                }
                command.addAll(List.of("--compression", compression, "-o", file.toString()));
            }
        }
        Files.createDirectory(folder.resolve("clip"));
        DebianTool.run(folder, command.toArray(String[]::new));
        imports("exr: clip");
        house.run("run", "--only", "plate", "--set", "colour.plate=ACES2065-1").exits(0);
        List<float[]> expected = Samples.of(sources);
        List<float[]> found = Samples.of(plates(COMPRESSIONS.size() * 2));
        for (int i = 0; i < sources.size(); i++) {
            assertThat(expected.get(i)).hasSize(200 * 120 * 3);
            Oracle.assertSame(found.get(i), expected.get(i));
        }
    }

    @Test
    void aZipThatWasStreamedByInfoZipAndAMovieOfFfmpegMakeAVersionWithoutSpend() throws Exception {
        Path frames = Files.createDirectories(folder.resolve("delivery/exr_v2"));
        noise(frames, "shotA_", 86, 7, "");
        DebianTool.run(folder, "sh", "-c", "cd delivery && touch notes.txt && zip -q -r - . | cat > ../clip.zip");
        movie("clip.mp4", 7);
        imports("exr: clip.zip, movie: clip.mp4");
        JsonNode json = house.run("run").exits(0).json();
        assertThat(json.at("/deliverables/0/frames").asInt()).isEqualTo(7);
        assertThat(json.at("/deliverables/0/first").asInt()).isEqualTo(1001);
        assertThat(json.path("task").isNull()).isTrue();
        assertThat(json.at("/cost/charged").isNull()).isTrue();
        assertThat(house.charges()).isEmpty();
        JsonNode manifest =
                new JsonMapper().readTree(Files.readString(house.version("v001").resolve("manifest.json")));
        assertThat(manifest.path("generation").isNull()).isTrue();
        assertThat(manifest.at("/imported/frames").asText()).isEqualTo("clip.zip");
        assertThat(manifest.at("/imported/movie_digest").asText())
                .endsWith(DebianTool.run(folder, "xxh128sum", "clip.mp4").split(" ", 2)[0]);
        String info = DebianTool.run(
                folder, "oiiotool", "--info", "-v", plates(1).get(0).toString());
        assertThat(info).contains("Imported from clip.zip").doesNotContain("trainedAlgorithmicMedia");
    }

    @Test
    void otherContentsAreAnotherVersionAndTheSameContentsAreNot() throws Exception {
        Path frames = Files.createDirectory(folder.resolve("clip"));
        noise(frames, "a.", 1, 2, "");
        DebianTool.run(folder, "zip", "-q", "-0", "-r", "clip.zip", "clip");
        imports("exr: clip.zip");
        assertThat(version()).isEqualTo("v001");
        assertThat(version()).isEqualTo("v001");
        noise(frames, "a.", 1, 2, "--mulc 0.5");
        DebianTool.run(folder, "zip", "-q", "-0", "-r", "clip.zip", "clip");
        assertThat(version()).isEqualTo("v002");
    }

    @Test
    void framesAndMovieThatDoNotAgreeAreRejectedWithBothCounts() throws Exception {
        noise(Files.createDirectory(folder.resolve("clip")), "a.", 1, 7, "");
        movie("clip.mp4", 6);
        imports("exr: clip, movie: clip.mp4");
        assertThat(house.run("run", "--only", "plate").exits(40).problems())
                .contains("count.movie: ", "(clip.mp4) is 6 frames long, clip 7");
        assertThat(house.versions()).isEmpty();
    }

    @Test
    void deepFramesAreRefusedByNameAndOfSeveralPartsTheFirstFlatOneIsRead() throws Exception {
        Path deep = Files.createDirectory(folder.resolve("deep"));
        DebianTool.run(
                deep,
                "oiiotool",
                "--pattern",
                "noise",
                "64x36",
                "4",
                "--chnames",
                "R,G,B,Z",
                "--deepen",
                "-o",
                "d.1.exr");
        imports("exr: deep");
        assertThat(house.run("run", "--only", "plate").exits(30).problems()).contains("d.1.exr", "deep data");
        Files.createDirectory(folder.resolve("parts"));
        noise(folder, "flat", 1, 1, "");
        DebianTool.run(folder, "exrmultipart", "-combine", "-i", "flat0001.exr", "deep/d.1.exr", "-o", "parts/p.1.exr");
        imports("exr: parts");
        house.run("run", "--only", "plate", "--set", "colour.plate=ACES2065-1").exits(0);
        Path plate = house.version("v002").resolve("exr/sh0010_genplate_v002.1001.exr");
        Oracle.assertSame(
                Samples.of(List.of(plate)).get(0),
                Samples.of(List.of(folder.resolve("flat0001.exr"))).get(0));
    }

    private String version() {
        return house.run("run", "--only", "plate")
                .exits(0)
                .json()
                .path("version")
                .asText();
    }

    private List<Path> plates(int count) {
        List<Path> plates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            plates.add(house.version("v001").resolve("exr/sh0010_genplate_v001." + (1001 + i) + ".exr"));
        }
        return plates;
    }

    private void imports(String what) throws Exception {
        house.request(PostHouse.imports(what, ""));
    }

    private static void noise(Path into, String prefix, int first, int count, String action) {
        List<String> command = new ArrayList<>(List.of("oiiotool"));
        for (int i = first; i < first + count; i++) {
            command.addAll(List.of("--pattern", "noise:seed=" + i, "64x36", "3"));
            command.addAll(action.isEmpty() ? List.of() : List.of(action.split(" ")));
            command.addAll(List.of("-d", "half", "-o", String.format("%s%04d.exr", prefix, i)));
        }
        DebianTool.run(into, command.toArray(String[]::new));
    }

    private void movie(String name, int frames) {
        DebianTool.lavfi(
                folder,
                "testsrc2=size=64x36:rate=24",
                "-frames:v",
                Integer.toString(frames),
                "-pix_fmt",
                "yuv420p",
                name);
    }
}
