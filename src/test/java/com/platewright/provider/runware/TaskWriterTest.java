// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.provider.GenerationRequest;
import com.platewright.provider.GenerationRequest.Format;
import com.platewright.provider.GenerationRequest.Output;
import com.platewright.provider.Guidance.Automatic;
import com.platewright.provider.Guidance.Chosen;
import com.platewright.provider.Guidance.Controls;
import com.platewright.provider.Guidance.Pose;
import com.platewright.provider.Guidance.Strength;
import com.platewright.provider.Keyframe;
import com.platewright.provider.MediaInput;
import com.platewright.provider.Operation;
import com.platewright.provider.Operation.Edit;
import com.platewright.provider.Operation.Generate;
import com.platewright.provider.Operation.Placement;
import com.platewright.provider.Operation.Reframe;
import com.platewright.shot.Resolution;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TaskWriterTest {
    private static final MediaInput A = new MediaInput(Path.of("a.png"), "digest-a");
    private static final MediaInput B = new MediaInput(Path.of("b.png"), "digest-b");
    private static final MediaInput C = new MediaInput(Path.of("c.png"), "digest-c");
    private static final Map<MediaInput, String> MEDIA = Map.of(A, "uuid-a", B, "uuid-b", C, "uuid-c");
    private static final Format HD = new Format.Named("720p");
    private static final Output SDR = new Output(false, false, false);
    private static final Output FRAMES = new Output(true, true, false);
    private static final Chosen EVERYTHING = new Chosen(
            Optional.of(Strength.ADHERE_2),
            new Controls(Optional.of(Pose.PRECISE), number("0.20"), number("0.1"), number("0.5"), true));
    private static final Operation PLACED = new Reframe(
            A,
            Optional.of(
                    new Placement(BigDecimal.ZERO, new BigDecimal("0.30"), BigDecimal.ONE, new BigDecimal("0.32"))));

    @Test
    void textToVideoWithHdrAndFrames() {
        assertThat(body(new Format.Named("1080p"), FRAMES, new Generate(5, List.of())))
                .isEqualTo("\"resolution\":\"1080p\",\"duration\":5,\"settings\":{\"hdr\":true,\"exrExport\":true},");
    }

    @Test
    void switchesStandOnlyWhenOn() {
        assertThat(body(HD, SDR, new Generate(10, List.of()))).isEqualTo("\"resolution\":\"720p\",\"duration\":10,");
    }

    @Test
    void aLoop() {
        assertThat(body(HD, new Output(false, false, true), new Generate(5, List.of())))
                .isEqualTo("\"resolution\":\"720p\",\"duration\":5,\"settings\":{\"loop\":true},");
    }

    @Test
    void aSizeInPixelsTakesThePlaceOfTheName() {
        assertThat(body(new Format.Exact(new Resolution(960, 540)), SDR, new Generate(5, List.of())))
                .isEqualTo("\"width\":960,\"height\":540,\"duration\":5,");
    }

    @Test
    void firstAndLastFrameByName() {
        List<Keyframe> ends = List.of(new Keyframe(B, Keyframe.LAST), new Keyframe(A, 0));
        assertThat(frames(new Generate(5, ends)))
                .isEqualTo("[{\"image\":\"uuid-a\",\"frame\":\"first\"},{\"image\":\"uuid-b\",\"frame\":\"last\"}]");
    }

    @Test
    void theLastPositionOfTheGridIsTheLastFrame() {
        assertThat(frames(new Generate(5, List.of(new Keyframe(A, 120)))))
                .isEqualTo("[{\"image\":\"uuid-a\",\"frame\":\"last\"}]");
    }

    @Test
    void endsBesideABeatGoByNumber() {
        List<Keyframe> beats = List.of(new Keyframe(A, 0), new Keyframe(B, 80), new Keyframe(C, Keyframe.LAST));
        assertThat(frames(new Generate(5, beats)))
                .isEqualTo("[{\"image\":\"uuid-a\",\"frame\":0},{\"image\":\"uuid-b\",\"frame\":80},"
                        + "{\"image\":\"uuid-c\",\"frame\":120}]");
    }

    @Test
    void theEndsOfTenSecondsGoByNumber() {
        List<Keyframe> ends = List.of(new Keyframe(A, 0), new Keyframe(B, Keyframe.LAST));
        assertThat(frames(new Generate(10, ends)))
                .isEqualTo("[{\"image\":\"uuid-a\",\"frame\":0},{\"image\":\"uuid-b\",\"frame\":240}]");
    }

    @Test
    void anEditSendsItsSourceAndNoDuration() {
        Operation edit = new Edit(A, EVERYTHING, List.of(new Keyframe(B, 0)));
        assertThat(body(new Format.AsSource(), FRAMES, edit))
                .isEqualTo(
                        "\"inputs\":{\"video\":\"uuid-a\",\"frameImages\":[{\"image\":\"uuid-b\",\"frame\":\"first\"}]},"
                                + "\"settings\":{\"hdr\":true,\"exrExport\":true,\"edit\":{\"strength\":\"adhere_2\",\"controls\":{"
                                + "\"poseStrength\":\"precise\",\"depthBlur\":0.2,\"normalsAugmentation\":0.1,"
                                + "\"trajectorySparsity\":0.5,\"face\":true}}},");
    }

    @Test
    void anEditLeftToTheServiceSaysOnlyThat() {
        assertThat(body(HD, SDR, new Edit(A, new Automatic(), List.of())))
                .isEqualTo("\"resolution\":\"720p\",\"inputs\":{\"video\":\"uuid-a\"},"
                        + "\"settings\":{\"edit\":{\"autoControls\":true}},");
    }

    @Test
    void anEditWithoutAnyChoiceStillSaysThatItIsOne() {
        Operation edit = new Edit(A, new Chosen(Optional.empty(), Controls.NONE), List.of());
        assertThat(body(HD, SDR, edit))
                .isEqualTo("\"resolution\":\"720p\",\"inputs\":{\"video\":\"uuid-a\"},\"settings\":{\"edit\":{}},");
    }

    @Test
    void aReframeSaysWhereTheSourceStands() {
        assertThat(body(new Format.Exact(new Resolution(720, 1280)), SDR, PLACED))
                .isEqualTo("\"width\":720,\"height\":1280,\"inputs\":{\"video\":\"uuid-a\"},"
                        + "\"settings\":{\"sourcePosition\":{\"x\":0,\"y\":0.3,\"width\":1,\"height\":0.32}},");
    }

    @Test
    void severalResultsAreAskedForAndOneIsNotMentioned() {
        assertThat(write(HD, SDR, new Generate(5, List.of()), 3)
                        .path("numberResults")
                        .asInt())
                .isEqualTo(3);
        assertThat(write(HD, SDR, new Generate(5, List.of()), 1).has("numberResults"))
                .isFalse();
    }

    /** The keys of Runware's published types and guides. The service takes and charges any other, and ignores it. */
    @Test
    void noKeyLeavesThatTheServiceDoesNotList() {
        Set<String> listed =
                Set.of(("taskType taskUUID model positivePrompt resolution width height duration numberResults"
                                + " deliveryMethod includeCost outputType outputFormat inputs inputs.video inputs.frameImages"
                                + " inputs.frameImages.image inputs.frameImages.frame settings settings.hdr settings.exrExport"
                                + " settings.loop settings.edit settings.edit.autoControls settings.edit.strength"
                                + " settings.edit.controls settings.edit.controls.poseStrength settings.edit.controls.depthBlur"
                                + " settings.edit.controls.normalsAugmentation settings.edit.controls.trajectorySparsity"
                                + " settings.edit.controls.face settings.sourcePosition settings.sourcePosition.x"
                                + " settings.sourcePosition.y settings.sourcePosition.width settings.sourcePosition.height")
                        .split(" "));
        Set<String> written = new TreeSet<>();
        List<Keyframe> keyframes = List.of(new Keyframe(A, 0), new Keyframe(B, 7));
        Output all = new Output(true, true, true);
        keys("", write(HD, all, new Generate(10, keyframes), 2), written);
        keys("", write(new Format.Exact(new Resolution(1, 1)), all, new Edit(C, EVERYTHING, keyframes), 2), written);
        keys("", write(HD, all, new Edit(C, new Automatic(), keyframes), 2), written);
        keys("", write(HD, all, PLACED, 2), written);
        assertThat(written).containsExactlyInAnyOrderElementsOf(listed);
    }

    private static void keys(String above, JsonNode node, Set<String> keys) {
        node.properties().forEach(member -> {
            String key = above + member.getKey();
            keys.add(key);
            JsonNode value = member.getValue();
            (value.isArray() ? value : List.of(value)).forEach(inner -> {
                if (inner.isObject()) {
                    keys(key + ".", inner, keys);
                }
            });
        });
    }

    private static JsonNode write(Format format, Output output, Operation operation, int results) {
        GenerationRequest request =
                new GenerationRequest("luma:ray@3.2", "Sparks \"fly\"", format, output, operation, results);
        return TaskWriter.generation(Bench.TASK, request, MEDIA).get(0);
    }

    /** What stands between the fixed beginning and the fixed end of a task. */
    private static String body(Format format, Output output, Operation operation) {
        String task = write(format, output, operation, 1).toString();
        String head = "{\"taskType\":\"videoInference\",\"taskUUID\":\"" + Bench.TASK
                + "\",\"model\":\"luma:ray@3.2\",\"positivePrompt\":\"Sparks \\\"fly\\\"\",";
        String tail =
                "\"deliveryMethod\":\"async\",\"includeCost\":true,\"outputType\":\"URL\",\"outputFormat\":\"MP4\"}";
        assertThat(task).startsWith(head).endsWith(tail);
        return task.substring(head.length(), task.length() - tail.length());
    }

    private static String frames(Generate generate) {
        return write(HD, SDR, generate, 1).path("inputs").path("frameImages").toString();
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.of(new BigDecimal(text));
    }
}
