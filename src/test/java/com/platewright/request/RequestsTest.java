// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.request.Generate.Controls;
import com.platewright.request.Generate.Edit;
import com.platewright.request.Generate.Frame;
import com.platewright.request.Generate.Keyframe;
import com.platewright.request.Generate.Reframe;
import com.platewright.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void putFilesThere() throws IOException {
        for (String name :
                List.of("first.png", "beat.png", "last.png", "plate.mp4", "mix.wav", "clip.zip", "clip.mp4")) {
            Files.writeString(folder.resolve(name), "content");
        }
    }

    private RequestDraft read(String... lines) throws Exception {
        String text = "show: demo\nsequence: sq010\nshot: sh0010\n" + String.join("\n", lines) + "\n";
        return Requests.read(Files.writeString(folder.resolve("shot.yaml"), text));
    }

    private Request settled(String... lines) throws Exception {
        return read(lines).settle(List.of()).request();
    }

    @Test
    void everyKeyOfAGenerationArrives() throws Exception {
        Request request = settled(
                "generate:",
                "  prompt: \"Slow push-in: a welder\"",
                "  resolution: 1080p",
                "  width: 1280",
                "  height: 720",
                "  duration: 10",
                "  hdr: true",
                "  exr: true",
                "  loop: true",
                "  keyframes: [{image: first.png, frame: first}, {image: beat.png, frame: 80}, {image: last.png, frame: -1}]",
                "  source: plate.mp4",
                "  edit: {strength: adhere_2, controls: {pose: precise, depth_blur: 0.2, face: true}}",
                "  reframe: {x: -0.25, y: 0, width: 1.5, height: 1}",
                "  takes: 3");
        assertThat(request.generate())
                .hasValue(new Generate(
                        "Slow push-in: a welder",
                        Optional.of("1080p"),
                        OptionalInt.of(1280),
                        OptionalInt.of(720),
                        OptionalInt.of(10),
                        true,
                        true,
                        true,
                        List.of(
                                new Keyframe(folder.resolve("first.png"), new Frame.First()),
                                new Keyframe(folder.resolve("beat.png"), new Frame.At(80)),
                                new Keyframe(folder.resolve("last.png"), new Frame.Last())),
                        Optional.of(folder.resolve("plate.mp4")),
                        Optional.of(new Edit(
                                Optional.empty(),
                                Optional.of("adhere_2"),
                                false,
                                Optional.of(new Controls(
                                        Optional.of("precise"),
                                        OptionalDouble.of(0.2),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        Optional.of(true))))),
                        Optional.of(new Reframe(-0.25, 0, 1.5, 1)),
                        3));
        assertThat(request.clip()).isEmpty();
    }

    @Test
    void whatIsNotSaidIsNotThereOrTheDefault() throws Exception {
        Request request = settled("generate: {prompt: A harbour at dawn}");
        assertThat(request)
                .isEqualTo(new Request(
                        "demo",
                        "sq010",
                        "sh0010",
                        Optional.of(new Generate(
                                "A harbour at dawn",
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                false,
                                false,
                                false,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                1)),
                        Optional.empty(),
                        List.of(),
                        new Request.Provenance(Request.Usage.TEMP, Optional.empty())));
    }

    @Test
    void anImportWithSoundAndApprovalArrives() throws Exception {
        Request request = settled(
                "import: {exr: clip.zip, movie: clip.mp4}",
                "audio:",
                "  - {file: mix.wav, track: mix, language: eng, offset: -0.5}",
                "  - {file: mix.wav, track: music and effects}",
                "provenance: {usage: final, approval_ref: ticket 12}");
        assertThat(request.clip())
                .hasValue(new Request.Clip(
                        Optional.of(folder.resolve("clip.zip")), Optional.of(folder.resolve("clip.mp4"))));
        assertThat(request.audio())
                .containsExactly(
                        new Request.Audio(folder.resolve("mix.wav"), "mix", "eng", -0.5),
                        new Request.Audio(folder.resolve("mix.wav"), "music and effects", "und", 0));
        assertThat(request.provenance())
                .isEqualTo(new Request.Provenance(Request.Usage.FINAL, Optional.of("ticket 12")));
    }

    @Test
    void anImportCanBeAFolderOfFrames() throws Exception {
        Files.createDirectories(folder.resolve("frames"));
        assertThat(read("import: {exr: frames}").problems())
                .extracting(Problem::message)
                .containsExactly("import.exr: the folder " + folder + "/frames is empty");
        Files.writeString(folder.resolve("frames/a.1001.exr"), "frame");
        assertThat(settled("import: {exr: frames}").clip()).isPresent();
    }

    @Test
    void namesThatYamlWouldTakeForSomethingElseAreNames() throws Exception {
        Path file = folder.resolve("shot.yaml");
        Files.writeString(file, "show: demo\nsequence: 010\nshot: no\ngenerate: {prompt: 12:30:45}\n");
        Request request = Requests.read(file).settle(List.of()).request();
        assertThat(request.sequence()).isEqualTo("010");
        assertThat(request.shot()).isEqualTo("no");
        assertThat(request.generate())
                .hasValueSatisfying(g -> assertThat(g.prompt()).isEqualTo("12:30:45"));
    }

    @Test
    void everyKeyHasAPlaceForTheRulesThatComeLater() throws Exception {
        RequestDraft draft = read(
                "generate:", "  prompt: x", "  loop: true", "  keyframes:", "    - {image: first.png, frame: first}");
        assertThat(draft.where("generate.loop").toString()).endsWith("shot.yaml:6:9");
        assertThat(draft.where("generate.keyframes[0].frame").toString()).endsWith("shot.yaml:8:33");
        assertThat(draft.where("generate.hdr").toString())
                .as("the map that lacks it")
                .endsWith("shot.yaml:4:1");
        assertThat(draft.says("generate.loop")).isTrue();
        assertThat(draft.says("generate.hdr")).isFalse();
        LoadedRequest loaded = draft.settle(List.of());
        assertThat(loaded.where("generate.loop")).isEqualTo(draft.where("generate.loop"));
    }

    @Test
    void problemsFoundLaterAreSaidTogetherWithTheFirstOnes() throws Exception {
        RequestDraft draft =
                read("generate:", "  hdr: true", "  loop: true", "  durration: 5", "  keyframes: [{image: x.png}]");
        assertThat(draft.generate()).hasValueSatisfying(sketch -> {
            assertThat(sketch.hdr()).isTrue();
            assertThat(sketch.loop()).isTrue();
            assertThat(sketch.prompt()).isEmpty();
            assertThat(sketch.keyframes()).isEmpty();
        });
        Problem rule = new Problem(draft.where("generate.loop"), "loop and hdr exclude each other");
        assertThatThrownBy(() -> draft.settle(List.of(rule)))
                .isInstanceOfSatisfying(RequestException.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.where().line() + ": " + problem.message())
                        .containsExactly(
                                "4: generate.prompt is missing; it takes text. What is to be seen.",
                                "6: loop and hdr exclude each other",
                                "7: unknown key generate.durration; did you mean generate.duration?",
                                "8: generate.keyframes[0].frame is missing; it takes a whole number from -1 to 1000000 or"
                                        + " text. A frame counted from 0, or first or last; -1 is the last too.",
                                "8: generate.keyframes[0].image: there is no file " + folder + "/x.png"));
    }

    @Test
    void aDraftOfBrokenPartsCanStillBeLookedAt() throws Exception {
        RequestDraft draft =
                read("generate: {prompt: x, duration: five, reframe: {x: 1}, edit: 3, takes: 0, source: no.mp4}");
        assertThat(draft.generate()).hasValueSatisfying(sketch -> {
            assertThat(sketch.duration()).isEmpty();
            assertThat(sketch.reframe()).isEmpty();
            assertThat(sketch.edit()).isEmpty();
            assertThat(sketch.source()).isEmpty();
            assertThat(sketch.takes()).isEqualTo(1);
        });
        assertThat(draft.show()).hasValue("demo");
        assertThat(read("generate: nonsense").generate()).isEmpty();
        assertThat(read("import: {exr: clip.zip}").generate()).isEmpty();
    }

    @Test
    void everySampleIsAValidRequestOnceItsFilesAreThere() throws Exception {
        List<Path> samples;
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            samples = files.filter(file -> file.endsWith("shot.yaml")).toList();
        }
        assertThat(samples).isNotEmpty();
        for (Path sample : samples) {
            Path copy = Files.copy(sample, folder.resolve("sample.yaml"), StandardCopyOption.REPLACE_EXISTING);
            List<Problem> problems = Requests.read(copy).problems();
            assertThat(problems).as(sample.toString()).allSatisfy(problem -> assertThat(problem.message())
                    .contains("there is no file"));
        }
    }

    @Test
    void aRequestEitherGeneratesOrImports() throws Exception {
        Request good = settled("generate: {prompt: x}");
        assertThatThrownBy(() -> new Request(
                        good.show(),
                        good.sequence(),
                        good.shot(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        good.provenance()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
