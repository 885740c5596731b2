// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.platewright.DebianTool;
import com.platewright.request.Requests;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every rule has a request that keeps it and one that breaks it, and breaches do not hide each other. */
class RayRulesTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private static Path folder;

    /** What stands below {@code generate}, without the prompt, in a request that keeps or breaks a rule. */
    private record Case(String rule, String keeps, String breaks) {}

    private static final List<Case> CASES = List.of(
            new Case("prompt.length", "{resolution: 720p}", "{prompt: '   ', resolution: 720p}"),
            new Case("size.given", "{source: a.mp4, edit: {strength: flex_1}}", "{duration: 5}"),
            new Case("size.one-way", "{width: 1280, height: 720}", "{resolution: 720p, width: 1280, height: 720}"),
            new Case("size.pair", "{width: 960, height: 960}", "{width: 1280}"),
            new Case("size.known", "{width: 1584, height: 672}", "{width: 1000, height: 500}"),
            new Case("duration.value", "{resolution: 720p, duration: 10}", "{resolution: 720p, duration: 7}"),
            new Case("hdr.size", "{resolution: 1080p, hdr: true}", "{resolution: 540p, hdr: true}"),
            new Case("hdr.length", "{resolution: 720p, hdr: true, duration: 5}", "{hdr: true, duration: 10}"),
            new Case("exr.hdr", "{resolution: 720p, hdr: true, exr: true}", "{exr: true}"),
            new Case("loop.length", "{resolution: 720p, loop: true}", "{loop: true, duration: 10}"),
            new Case("loop.hdr", "{resolution: 720p, loop: true, hdr: false}", "{loop: true, hdr: true}"),
            new Case(
                    "loop.source",
                    "{source: a.mp4, edit: {strength: flex_1}}",
                    "{loop: true, source: a.mp4, edit: {strength: flex_1}}"),
            new Case(
                    "loop.keyframes",
                    "{resolution: 720p, loop: true, keyframes: [{image: a.png, frame: first}]}",
                    "{loop: true, keyframes: [{image: a.png, frame: 80}]}"),
            new Case(
                    "keyframes.range",
                    "{resolution: 720p, duration: 10, keyframes: [{image: a.png, frame: 240}]}",
                    "{keyframes: [{image: a.png, frame: 241}]}"),
            new Case(
                    "keyframes.unique",
                    "{resolution: 720p, keyframes: [{image: a.png, frame: 0}, {image: b.png, frame: last}]}",
                    "{keyframes: [{image: a.png, frame: first}, {image: b.png, frame: 0}]}"),
            new Case("keyframes.count", "{resolution: 720p, keyframes: []}", "{keyframes: " + keyframes(65) + "}"),
            new Case(
                    "still.kind",
                    "{resolution: 720p, keyframes: [{image: a.png, frame: 0}]}",
                    "{keyframes: [{image: a.txt, frame: 0}]}"),
            new Case(
                    "still.exr",
                    "{resolution: 720p, keyframes: [{image: a.png, frame: 0}]}",
                    "{keyframes: [{image: a.exr, frame: 0}]}"),
            new Case(
                    "still.bytes",
                    "{resolution: 720p, keyframes: [{image: b.png, frame: 0}]}",
                    "{keyframes: [{image: huge.png, frame: 0}]}"),
            new Case(
                    "still.shape",
                    "{width: 1280, height: 720, keyframes: [{image: a.png, frame: 0}]}",
                    "{width: 1280, height: 720, keyframes: [{image: square.png, frame: 0}]}"),
            new Case("source.kind", "{source: a.mp4, edit: {}}", "{source: a.png, edit: {}}"),
            new Case("source.bytes", "{source: a.mp4, edit: {}}", "{source: huge.mp4, edit: {}}"),
            new Case("source.rate", "{source: short.mp4, edit: {}}", "{source: slow.mp4, edit: {}}"),
            new Case("edit.source", "{source: a.mp4, edit: {strength: flex_1}}", "{edit: {strength: flex_1}}"),
            new Case(
                    "edit.size",
                    "{source: a.mp4, resolution: 720p, edit: {strength: flex_1}}",
                    "{source: a.mp4, width: 1280, height: 720, edit: {strength: flex_1}}"),
            new Case(
                    "edit.duration",
                    "{source: a.mp4, edit: {strength: flex_1}}",
                    "{source: a.mp4, duration: 5, edit: {strength: flex_1}}"),
            new Case("edit.length", "{source: short.mp4, edit: {}}", "{source: long.mp4, edit: {}}"),
            new Case(
                    "edit.keyframes",
                    "{source: short.mp4, edit: {}, keyframes: [{image: b.png, frame: 0}, {image: a.png, frame: last}]}",
                    "{source: short.mp4, edit: {}, keyframes: [{image: a.png, frame: 120}]}"),
            new Case(
                    "edit.auto",
                    "{source: a.mp4, edit: {auto_controls: true}}",
                    "{source: a.mp4, edit: {auto_controls: true, preset: relighting}}"),
            new Case(
                    "edit.alone",
                    "{source: a.mp4, edit: {strength: flex_1}}",
                    "{source: a.mp4, edit: {strength: flex_1}, reframe: {x: 0, y: 0, width: 1, height: 1}}"),
            new Case(
                    "reframe.source",
                    "{source: a.mp4, width: 720, height: 1280, reframe: {x: 0, y: 0, width: 1, height: 1}}",
                    "{reframe: {x: 0, y: 0, width: 1, height: 1}}"),
            new Case("reframe.size", "{source: a.mp4, width: 720, height: 1280}", "{source: a.mp4, resolution: 720p}"),
            new Case(
                    "reframe.vertical",
                    "{source: a.mp4, width: 720, height: 1280}",
                    "{source: a.mp4, width: 1080, height: 1920}"),
            new Case(
                    "reframe.shape",
                    "{source: short.mp4, width: 1280, height: 720, reframe: {x: 0.25, y: 0, width: 0.5, height: 0.5}}",
                    "{source: short.mp4, width: 1280, height: 720}"),
            new Case(
                    "reframe.length",
                    "{source: short.mp4, width: 720, height: 1280}",
                    "{source: long.mp4, width: 720, height: 1280}"),
            new Case(
                    "reframe.only",
                    "{source: a.mp4, width: 720, height: 1280}",
                    "{source: a.mp4, width: 720, height: 1280, duration: 10}"),
            new Case(
                    "reframe.range",
                    "{source: a.mp4, width: 720, height: 1280}",
                    "{source: a.mp4, width: 720, height: 1280, hdr: true}"));

    @BeforeAll
    static void inputs() throws IOException {
        picture("a.png", 1280, 720);
        picture("b.png", 640, 360);
        picture("square.png", 100, 100);
        picture("huge.png", 16, 9);
        Files.writeString(folder.resolve("a.txt"), "no picture");
        Files.write(folder.resolve("a.exr"), new byte[] {0x76, 0x2f, 0x31, 0x01, 2, 0, 0, 0});
        Files.writeString(folder.resolve("a.mp4"), "content");
        Files.writeString(folder.resolve("huge.mp4"), "content");
        movie("short.mp4", 24, 5);
        movie("long.mp4", 24, 31);
        movie("slow.mp4", 2, 5);
        movie("pal.mp4", 25, 5);
        grow("huge.png", 50_000_001);
        grow("huge.mp4", 200_000_001);
    }

    private static void picture(String name, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
    }

    private static void movie(String name, int rate, int seconds) {
        DebianTool.lavfi(
                folder,
                "color=gray:s=64x36:r=" + rate + ":d=" + seconds,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                name);
    }

    /** A hole makes the file as long as is wanted. */
    private static void grow(String name, long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    private static String keyframes(int count) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add("{image: a.png, frame: " + i + "}");
        }
        return "[" + String.join(", ", all) + "]";
    }

    @Test
    void everyRuleHasItsCase() {
        assertThat(CASES.stream().map(Case::rule))
                .containsExactlyElementsOf(
                        RayRules.all(Sizes.DOCUMENTED).stream().map(Rule::id).toList());
    }

    @Test
    void aShowCanSayHowStrictEachRuleIs() throws IOException {
        Map<String, Object> defaults =
                YAML.readValue(Path.of("pipeline-configs/defaults.yaml").toFile(), new TypeReference<>() {});
        assertThat(defaults.get("rules"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsOnlyKeys(
                        RayRules.all(Sizes.DOCUMENTED).stream().map(Rule::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsKeptByOneRequestAndBrokenByAnother() {
        return CASES.stream()
                .map(c -> dynamicTest(c.rule(), () -> {
                    assertThat(broken(map(c.keeps()))).isEmpty();
                    assertThat(broken(map(c.breaks()))).contains(c.rule());
                }));
    }

    @TestFactory
    Stream<DynamicTest> twoBreachesAreBothSaid() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            for (int j = i + 1; j < CASES.size(); j++) {
                Case one = CASES.get(i);
                Case other = CASES.get(j);
                both(one, other)
                        .ifPresent(request -> tests.add(
                                dynamicTest(one.rule() + " and " + other.rule(), () -> assertThat(broken(request))
                                        .contains(one.rule(), other.rule()))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(100);
        return tests.stream();
    }

    /** A request that breaks two rules; empty where what breaks them contradicts each other. */
    private static Optional<Map<String, Object>> both(Case one, Case other) {
        Map<String, Object> request = new LinkedHashMap<>(map(one.breaks()));
        for (Map.Entry<String, Object> key : map(other.breaks()).entrySet()) {
            Object before = request.putIfAbsent(key.getKey(), key.getValue());
            if (before != null && !before.equals(key.getValue())) {
                return Optional.empty();
            }
        }
        return mayStand(one, request) && mayStand(other, request) ? Optional.of(request) : Optional.empty();
    }

    /** Whether a rule still applies to a request that breaks another one too, and is not mended by it. */
    private static boolean mayStand(Case one, Map<String, Object> request) {
        return switch (one.rule()) {
            case "edit.source", "reframe.source", "hdr.size", "hdr.length" -> !request.containsKey("source");
            case "size.given" ->
                !request.containsKey("width") && !request.containsKey("resolution") && !request.containsKey("edit");
            case "reframe.vertical" -> !request.containsKey("edit") && !request.containsKey("resolution");
            case "reframe.shape" ->
                "short.mp4".equals(request.get("source"))
                        && !request.containsKey("edit")
                        && !request.containsKey("reframe");
            case "reframe.size" -> !request.containsKey("width") && !request.containsKey("edit");
            case "size.pair" -> !request.containsKey("height");
            case "keyframes.range", "reframe.range", "reframe.only", "reframe.length" -> !request.containsKey("edit");
            case "exr.hdr" -> !request.containsKey("hdr");
            default -> true;
        };
    }

    @Test
    void aPairOfTheShowIsHdrWhereItsNamedSizeIs() throws Exception {
        Sizes own = Sizes.DOCUMENTED.with(Map.of("1024x576", "540p", "1600x900", "1080p", "1280x720", "540p"));
        assertThat(said("{width: 1600, height: 900, hdr: true}", own)).isEmpty();
        assertThat(said("{width: 1024, height: 576, hdr: true}", own))
                .containsExactly("hdr.size: hdr with 1024x576, which is 540p");
        assertThat(said("{width: 1280, height: 720, hdr: true}", own)).hasSize(1);
        assertThat(said("{width: 1000, height: 500}", own)).hasSize(1);
    }

    @Test
    void aReframeNamesAllThatItCannotTake() throws Exception {
        String reframe = "{source: a.mp4, width: 720, height: 1280, duration: 10, hdr: true, loop: true,"
                + " keyframes: [{image: a.png, frame: 0}]}";
        assertThat(said(reframe, Sizes.DOCUMENTED))
                .contains(
                        "reframe.only: reframe with a duration and keyframes",
                        "reframe.range: reframe with hdr and loop");
    }

    @Test
    void keyframesOfAnEditAreCountedAsTheModelDoes() throws Exception {
        String pinned = ", edit: {}, keyframes: [{image: a.png, frame: 130}]}";
        assertThat(said("{source: short.mp4" + pinned, Sizes.DOCUMENTED))
                .containsExactly("edit.keyframes: frame 130 of a source whose last is frame 119");
        assertThat(said("{source: pal.mp4" + pinned, Sizes.DOCUMENTED))
                .contains(
                        "edit.keyframes: frame 130 of a source whose last is frame 119 of 24 a second; the source itself"
                                + " has 25.000 frames a second");
        assertThat(said("{source: pal.mp4, edit: {}, keyframes: [{image: a.png, frame: 119}]}", Sizes.DOCUMENTED))
                .containsExactly("source.rate: 25.000 frames a second");
    }

    @Test
    void aReframeThatFillsACanvasOfItsShapeIsNamedWithBothSizes() throws Exception {
        assertThat(said("{source: short.mp4, width: 1920, height: 1080}", Sizes.DOCUMENTED))
                .containsExactly("reframe.shape: a source of 64x36 that fills 1920x1080");
        String placed = "{source: short.mp4, width: 1920, height: 1080, reframe: {x: 0, y: 0, width: %s, height: 1}}";
        assertThat(said(placed.formatted(1), Sizes.DOCUMENTED)).hasSize(1);
        assertThat(said(placed.formatted(0.5), Sizes.DOCUMENTED)).isEmpty();
    }

    private List<String> broken(Map<String, Object> generate) throws Exception {
        return breaches(generate, Sizes.DOCUMENTED).stream()
                .map(b -> b.rule().id())
                .collect(Collectors.toList());
    }

    /** Each breach as the rule's id and what was found. */
    private List<String> said(String generate, Sizes sizes) throws Exception {
        return breaches(map(generate), sizes).stream()
                .map(b -> b.rule().id() + ": " + b.found())
                .toList();
    }

    private static List<Breach> breaches(Map<String, Object> generate, Sizes sizes) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(generate);
        all.putIfAbsent("prompt", "Sparks over a forge");
        Map<String, Object> request = Map.of("show", "demo", "sequence", "sq010", "shot", "sh0010", "generate", all);
        Path file = folder.resolve("shot.yaml");
        YAML.writeValue(file.toFile(), request);
        return Breach.find(Requests.read(file), sizes);
    }

    private static Map<String, Object> map(String yaml) {
        try {
            return YAML.readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }
}
