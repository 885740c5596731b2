// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.platewright.DebianTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run from a prompt to a published version, and what others' programs find in it. */
class RunTest {
    private static final String MASTER = "mov/sh0010_genplate_v001_prores4444.mov";
    private static final String REVIEW = "review/sh0010_genplate_v001_review.mp4";
    private static final String SOUND = "audio/sh0010_genplate_v001.wav";

    /** 6 frames at 24 fps and 48 kHz. */
    private static final int SAMPLES = 12_000;

    @TempDir
    private static Path folder;

    private static PostHouse house;
    private static PostHouse.Ended ended;

    /** The published version. */
    private static Path version;

    @BeforeAll
    static void run() throws Exception {
        house = new PostHouse(folder);
        house.sound("mix.wav", 0.2);
        house.request(PostHouse.generate("audio: [{file: mix.wav, track: mix, language: eng}]\n"));
        ended = house.run("run").exits(0);
        version = house.version("v001");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void theResultHasEveryFieldOfTheContractAndItsType() throws Exception {
        JsonNode json = ended.json();
        assertThat(shape(json))
                .isEqualTo("status:STRING code:STRING exit:NUMBER retryable:BOOLEAN shot:STRING version:STRING"
                        + " version_dir:STRING manifest:STRING deliverables:ARRAY qc:OBJECT cost:OBJECT task:OBJECT"
                        + " timing:OBJECT problems:ARRAY");
        assertThat(shape(json.path("qc")))
                .isEqualTo("status:STRING errors:NUMBER warnings:NUMBER json:STRING html:STRING");
        assertThat(shape(json.path("cost"))).isEqualTo("currency:STRING estimated:NUMBER charged:NUMBER");
        assertThat(shape(json.path("task")))
                .isEqualTo("provider:STRING task_uuid:STRING take:NUMBER rendition:NUMBER reused:BOOLEAN");
        assertThat(shape(json.path("timing")))
                .isEqualTo("total_s:NUMBER steps:OBJECT deliver_pass_s:NUMBER deliver_stages:ARRAY");
        assertThat(shape(json.at("/timing/steps")))
                .isEqualTo("generate:NUMBER fetch:NUMBER deliver:NUMBER verify:NUMBER publish:NUMBER");
        assertThat(shape(json.at("/deliverables/0")))
                .isEqualTo("name:STRING kind:STRING path:STRING first:NUMBER last:NUMBER frames:NUMBER width:NUMBER"
                        + " height:NUMBER colour_space:STRING");
        assertThat(ended.out().strip())
                .as("stdout holds the JSON alone")
                .startsWith("{")
                .doesNotContain("\n");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void theTimeOfDeliverIsToldByWhatItWentInto() {
        JsonNode timing = ended.json().path("timing");
        double workers = 0;
        List<String> works = new ArrayList<>();
        for (JsonNode stage : timing.path("deliver_stages")) {
            works.add(stage.path("work").asText());
            double time =
                    stage.path("busy_s").asDouble() + stage.path("waiting_s").asDouble();
            workers += stage.path("work").asText().startsWith("encode") ? 0 : time;
        }
        assertThat(works)
                .contains("read and decode", "measure", "colour", "plates", "paint", "tiles", "next frame")
                .contains("encode master", "encode review");
        assertThat(workers)
                .isPositive()
                .isLessThan(2 * timing.path("deliver_pass_s").asDouble());
        assertThat(timing.path("deliver_stages").findValuesAsText("queue_most"))
                .hasSize(2)
                .doesNotContain("0");
    }

    @Test
    void theResultSaysWhatStandsOnTheDisk() throws Exception {
        JsonNode json = ended.json();
        assertThat(json.path("status").asText() + " " + json.path("code").asText())
                .isEqualTo("published published");
        assertThat(json.path("shot").asText()).isEqualTo("demo/sq010/sh0010");
        assertThat(json.path("version").asText()).isEqualTo("v001");
        assertThat(Path.of(json.path("version_dir").asText())).isEqualTo(version);
        assertThat(Path.of(json.path("manifest").asText())).isRegularFile();
        assertThat(Path.of(json.at("/qc/json").asText())).isRegularFile();
        assertThat(Path.of(json.at("/qc/html").asText())).isRegularFile();
        List<String> pieces = new ArrayList<>();
        json.path("deliverables").forEach(d -> {
            pieces.add(d.path("name").asText() + " " + d.path("kind").asText() + " "
                    + d.path("frames").asInt());
            assertThat(Path.of(d.path("path").asText().replace("%04d", "1006"))).isRegularFile();
        });
        assertThat(pieces)
                .containsExactly(
                        "plate exr_sequence 6",
                        "master movie 6",
                        "review movie 6",
                        "contact contact_sheet 0",
                        "sound sound 0");
        assertThat(json.at("/task/provider").asText()).isEqualTo("sandbox");
        assertThat(json.at("/task/reused").asBoolean()).isFalse();
    }

    @Test
    void thereIsOneChargeAndItIsTheEstimate() throws Exception {
        JsonNode charges = house.charges();
        assertThat(charges).hasSize(1);
        assertThat(charges.at("/0/task_uuid")).isEqualTo(ended.json().at("/task/task_uuid"));
        assertThat(charges.at("/0/amount").decimalValue())
                .isEqualByComparingTo(ended.json().at("/cost/charged").decimalValue())
                .isEqualByComparingTo(ended.json().at("/cost/estimated").decimalValue());
    }

    @Test
    void everybodyCountsSixFrames() throws Exception {
        String clip = house.find("r1-movie.mp4").toString();
        for (String movie : List.of(clip, MASTER, REVIEW)) {
            assertThat(ffprobe(movie, "-count_frames", "-select_streams", "v:0", "stream=nb_read_frames"))
                    .as(movie)
                    .isEqualTo("nb_read_frames=6");
        }
        try (Stream<Path> plates = Files.list(version.resolve("exr"))) {
            assertThat(plates.map(p -> p.getFileName().toString()).sorted())
                    .containsExactly(Stream.of(1001, 1002, 1003, 1004, 1005, 1006)
                            .map(n -> "sh0010_genplate_v001." + n + ".exr")
                            .toArray(String[]::new));
        }
    }

    @Test
    void moviesAreTaggedAndTimedInContainerAndStream() {
        for (String movie : List.of(MASTER, REVIEW)) {
            assertThat(ffprobe(
                            movie,
                            "-select_streams",
                            "v:0",
                            "stream=color_range,color_space,color_transfer,color_primaries:stream_tags=timecode"))
                    .as(movie)
                    .isEqualTo("color_range=tv\ncolor_space=bt709\ncolor_transfer=bt709\ncolor_primaries=bt709\n"
                            + "TAG:timecode=01:00:00:00");
            String box = DebianTool.run(
                    version, "mediainfo", "--Output=Video;%colour_primaries_Source% %matrix_coefficients%", movie);
            assertThat(box.strip()).as(movie).startsWith("Container").endsWith("BT.709");
        }
        assertThat(ffprobe(MASTER, "-select_streams", "v:0", "stream=codec_name,profile,codec_tag_string"))
                .isEqualTo("codec_name=prores\nprofile=4444\ncodec_tag_string=ap4h");
    }

    @Test
    void soundIsFortyEightKilohertzInTwentyFourBitsAndAsLongAsThePicture() {
        for (String file : List.of(MASTER, SOUND)) {
            assertThat(ffprobe(
                            file, "-select_streams", "a:0", "stream=codec_name,sample_rate,channels,bits_per_sample"))
                    .as(file)
                    .isEqualTo("codec_name=pcm_s24le\nsample_rate=48000\nchannels=2\nbits_per_sample=24");
            DebianTool.run(version, "ffmpeg", "-v", "error", "-y", "-i", file, "-map", "0:a", "-f", "s24le", raw());
            assertThat(Path.of(raw())).as("24-bit stereo of " + file).hasSize(SAMPLES * 6L);
        }
        assertThat(ffprobe(
                        REVIEW,
                        "-select_streams",
                        "a:0",
                        "stream=codec_name,sample_rate,duration_ts:stream_tags=language"))
                .isEqualTo("codec_name=aac\nsample_rate=48000\nduration_ts=" + SAMPLES + "\nTAG:language=eng");
    }

    @Test
    void platesSayWhatTheyAre() {
        String info = DebianTool.run(version, "oiiotool", "--info", "-v", "exr/sh0010_genplate_v001.1006.exr");
        assertThat(info.lines().map(String::strip))
                .contains(
                        "exr/sh0010_genplate_v001.1006.exr :  192 x  108, 3 channel, half openexr",
                        "compression: \"zip\"",
                        "chromaticities: 0.713, 0.293, 0.165, 0.83, 0.128, 0.044, 0.32168, 0.33767",
                        "framesPerSecond: 24/1 (24)",
                        "smpte:TimeCode: 01:00:00:05",
                        "digitalSourceType: \"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\"",
                        "platewright.provider: \"sandbox\"",
                        "platewright.prompt: \"sparks over wet asphalt\"",
                        "platewright.task_uuid: \""
                                + ended.json().at("/task/task_uuid").asText() + "\"",
                        "platewright.usage: \"temp\"");
    }

    @Test
    void platesHoldTheProvidersPixelsInTheShowsSpace() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        DebianTool.run(
                source, "unzip", "-q", "-o", house.find("r1-frames-1.zip").toString());
        Path config = Path.of("pipeline-configs/colour/aces-1.3.ocio").toAbsolutePath();
        List<Path> sources = new ArrayList<>();
        List<Path> plates = new ArrayList<>();
        for (int i = 0; i < PostHouse.FRAMES; i++) {
            sources.add(source.resolve("frame_000" + i + ".exr"));
            plates.add(version.resolve("exr/sh0010_genplate_v001." + (1001 + i) + ".exr"));
        }
        List<float[]> expected =
                Samples.of(sources, "--colorconfig", config.toString(), "--colorconvert", "ACES2065-1", "ACEScg");
        List<float[]> found = Samples.of(plates);
        for (int i = 0; i < PostHouse.FRAMES; i++) {
            assertThat(found.get(i)).hasSize(PostHouse.WIDTH * PostHouse.HEIGHT * 3);
            assertThat(Samples.farthest(found.get(i), expected.get(i)))
                    .as("half steps, frame " + i)
                    .isLessThan(0.51);
            assertThat(Samples.highest(found.get(i))).as("highlights").isGreaterThan(1);
        }
    }

    @Test
    void theManifestListsEveryFileWithItsSizeAndHash() throws Exception {
        JsonNode manifest =
                new JsonMapper().readTree(version.resolve("manifest.json").toFile());
        TreeMap<String, String> listed = new TreeMap<>();
        manifest.path("files")
                .forEach(f -> listed.put(
                        f.path("path").asText(),
                        f.path("bytes").asLong() + " " + f.path("xxh128").asText()));
        TreeMap<String, String> there = new TreeMap<>();
        try (Stream<Path> all = Files.walk(version)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = version.relativize(file).toString();
                String sum = DebianTool.run(version, "xxh128sum", path).split(" ", 2)[0];
                there.put(path, Files.size(file) + " " + sum);
            }
        }
        there.remove("manifest.json");
        assertThat(listed).isEqualTo(there).hasSize(12);
    }

    @Test
    void theManifestSaysWhoMadeItOfWhatAndForHowMuch() throws Exception {
        JsonNode manifest =
                new JsonMapper().readTree(version.resolve("manifest.json").toFile());
        assertThat(manifest.at("/generation/provider").asText()).isEqualTo("sandbox");
        assertThat(manifest.at("/generation/prompt").asText()).isEqualTo("sparks over wet asphalt");
        assertThat(manifest.at("/cost/estimated").asDouble()).isCloseTo(0.9, within(1e-9));
        assertThat(manifest.at("/cost/charged").asDouble()).isCloseTo(0.9, within(1e-9));
        assertThat(manifest.at("/sound/0").asText())
                .isEqualTo("mix (mix.wav): resampled from 44100 to 48000 Hz, 2400 samples of silence put behind it");
        assertThat(manifest.path("tools").has("OpenEXR")).isTrue();
    }

    @Test
    void publishedFilesAreReadOnly() throws Exception {
        try (Stream<Path> all = Files.walk(version)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(Files.getPosixFilePermissions(file))
                        .as(file.toString())
                        .doesNotContain(
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.GROUP_WRITE,
                                PosixFilePermission.OTHERS_WRITE);
            }
        }
    }

    private static String raw() {
        return folder.resolve("sound.raw").toString();
    }

    private static String ffprobe(String file, String... options) {
        List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error", "-of", "default=nw=1"));
        command.addAll(List.of(options).subList(0, options.length - 1));
        command.addAll(List.of("-show_entries", options[options.length - 1], file));
        return DebianTool.run(version, command.toArray(String[]::new)).strip();
    }

    /** The fields of an object with the types of their values. */
    private static String shape(JsonNode object) {
        List<String> fields = new ArrayList<>();
        object.properties()
                .forEach(f -> fields.add(f.getKey() + ":" + f.getValue().getNodeType()));
        return String.join(" ", fields);
    }
}
