// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import static com.platewright.oracle.Oracle.ffprobe;
import static com.platewright.sandbox.Wire.ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.sandbox.fault.FaultScript;
import com.platewright.sandbox.scene.SceneRenderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A painted clip, ordered and fetched over HTTP, as others read its files. */
class SandboxSceneTest {
    @TempDir
    private static Path folder;

    private static List<String> entries = List.of();
    private static Path movie = Path.of("");

    @BeforeAll
    static void orderAndFetch() throws Exception {
        FaultScript six =
                FaultScript.parse("[{on: submit, do: {clip: {frames: 6, movie_frames: 6, width: 320, height: 192}}}]");
        SandboxSettings settings = SandboxSettings.in(folder.resolve("state"), SceneRenderer.standard(2))
                .withFaults(six);
        try (SandboxServer server = SandboxServer.start(settings)) {
            Wire wire = new Wire(server);
            wire.submit(ID);
            JsonNode item = wire.wait(ID).item();
            movie = folder.resolve("clip.mp4");
            Files.write(movie, wire.get(item.path("videoURL").asText()).body());
            Path zip = folder.resolve("clip.zip");
            Files.write(zip, wire.get(item.at("/outputs/files/0/url").asText()).body());
            Tool.run("unzip", "-q", zip.toString(), "-d", folder.toString());
            entries = Tool.run("unzip", "-Z1", zip.toString()).lines().toList();
        }
    }

    @Test
    void theFramesAreAsTheModelMakesThem() throws Exception {
        assertThat(entries).hasSize(6).first().isEqualTo("frame_0000.exr");
        for (String entry : entries) {
            String said = Tool.run(
                    "oiiotool", "-v", "--info", "--stats", folder.resolve(entry).toString());
            assertThat(said)
                    .contains("320 x  192, 3 channel, half openexr", "channel list: R, G, B\n")
                    .contains("compression: \"dwab\"", "framesPerSecond: 24/1")
                    .contains("chromaticities: 0.7347, 0.2653, 0, 1, 0.0001, -0.077, 0.32168, 0.33767")
                    .contains("NanCount: 0 0 0", "InfCount: 0 0 0");
            assertThat(peak(said)).isBetween(4.0, 60_000.0);
        }
    }

    @Test
    void theMovieIsSilentRec709AndAsLong() throws Exception {
        assertThat(ffprobe(
                                "-count_frames",
                                "-show_entries",
                                "stream=codec_name,codec_type,pix_fmt,width,height,avg_frame_rate,nb_read_frames,color_range,"
                                        + "color_primaries,color_transfer,color_space",
                                "-of",
                                "default=nw=1",
                                movie.toString())
                        .lines())
                .containsExactlyInAnyOrder(
                        "codec_name=h264",
                        "codec_type=video",
                        "pix_fmt=yuv420p",
                        "width=320",
                        "height=192",
                        "avg_frame_rate=24/1",
                        "nb_read_frames=6",
                        "color_range=tv",
                        "color_primaries=bt709",
                        "color_transfer=bt709",
                        "color_space=bt709");
    }

    /** The largest of what oiiotool found in the channels: "Stats Max: 0.1 0.2 0.3 (float)". */
    private static double peak(String said) {
        String line =
                said.lines().filter(l -> l.contains("Stats Max:")).findFirst().orElseThrow();
        double peak = 0;
        for (String word : line.replaceAll(".*Max:|\\(float\\)", "").strip().split("\\s+", -1)) {
            peak = Math.max(peak, Double.parseDouble(word));
        }
        return peak;
    }
}
