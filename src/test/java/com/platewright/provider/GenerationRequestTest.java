// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.provider.GenerationRequest.Format;
import com.platewright.provider.GenerationRequest.Output;
import com.platewright.provider.Guidance.Automatic;
import com.platewright.provider.Guidance.Chosen;
import com.platewright.provider.Guidance.Controls;
import com.platewright.provider.Operation.Edit;
import com.platewright.provider.Operation.Generate;
import com.platewright.provider.Operation.Placement;
import com.platewright.provider.Operation.Reframe;
import com.platewright.shot.Resolution;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GenerationRequestTest {
    private static final MediaInput A = new MediaInput(Path.of("/show/a.png"), "digest-a");
    private static final MediaInput B = new MediaInput(Path.of("/show/b.png"), "digest-b");
    private static final Format HD = new Format.Named("720p");
    private static final Output SDR = new Output(false, false, false);

    /** Pinned: a change here makes bought clips look unbought. */
    @Test
    void theCanonicalTextIsPinned() {
        GenerationRequest request = new GenerationRequest(
                "luma:ray@3.2",
                "Gl\u00fchw\u00fcrmchen \"at\" n\\ight\n\ud83d\udd25",
                HD,
                new Output(true, true, false),
                new Generate(5, List.of(new Keyframe(B, Keyframe.LAST), new Keyframe(A, 0))),
                1);
        assertThat(request.canonical())
                .isEqualTo("{\"exr\":true,\"generate\":{\"keyframes\":[{\"frame\":0,\"image\":\"digest-a\"},"
                        + "{\"frame\":120,\"image\":\"digest-b\"}],\"seconds\":5},\"hdr\":true,\"model\":\"luma:ray@3.2\","
                        + "\"prompt\":\"Gl\\u00fchw\\u00fcrmchen \\\"at\\\" n\\\\ight\\u000a\\ud83d\\udd25\","
                        + "\"resolution\":\"720p\"}");
    }

    @Test
    void theCanonicalTextOfAnEditIsPinned() {
        Controls controls =
                new Controls(Optional.of(Guidance.Pose.COARSE), number("0.20"), number("0"), number("1.0"), true);
        Operation edit = new Edit(A, new Chosen(Optional.of(Guidance.Strength.FLEX_2), controls), List.of());
        assertThat(request(new Format.AsSource(), SDR, edit).canonical())
                .isEqualTo("{\"edit\":{\"depth_blur\":0.2,\"face\":true,\"normals_augmentation\":0,\"pose\":\"coarse\","
                        + "\"source\":\"digest-a\",\"strength\":\"flex_2\",\"trajectory_sparsity\":1},"
                        + "\"model\":\"luma:ray@3.2\",\"prompt\":\"p\"}");
    }

    @Test
    void theCanonicalTextOfAReframeIsPinned() {
        assertThat(request(new Format.Exact(new Resolution(720, 1280)), SDR, reframe("0.30"))
                        .canonical())
                .isEqualTo("{\"height\":1280,\"model\":\"luma:ray@3.2\",\"prompt\":\"p\",\"reframe\":{\"height\":0.32,"
                        + "\"source\":\"digest-a\",\"width\":1,\"x\":0,\"y\":0.3},\"width\":720}");
    }

    @Test
    void oneIntentHasOneText() {
        Keyframe first = new Keyframe(A, 0);
        String expected = generate(first, new Keyframe(B, Keyframe.LAST));
        assertThat(generate(new Keyframe(B, 120), first)).isEqualTo(expected);
        MediaInput moved = new MediaInput(Path.of("/elsewhere/x.png"), "digest-a");
        assertThat(generate(new Keyframe(moved, 0), new Keyframe(B, 120))).isEqualTo(expected);
        assertThat(request(HD, SDR, reframe("0.3")).canonical())
                .isEqualTo(request(HD, SDR, reframe("0.300")).canonical());
    }

    @Test
    void everyDifferenceThatMattersShows() {
        Generate five = new Generate(5, List.of());
        List<GenerationRequest> requests = List.of(
                request(HD, SDR, five),
                request(new Format.Named("1080p"), SDR, five),
                request(new Format.Exact(new Resolution(1280, 720)), SDR, five),
                request(new Format.Exact(new Resolution(720, 1280)), SDR, five),
                request(HD, new Output(true, false, false), five),
                request(HD, new Output(true, true, false), five),
                request(HD, new Output(false, false, true), five),
                request(HD, SDR, new Generate(10, List.of())),
                request(HD, SDR, new Generate(5, List.of(new Keyframe(A, 0)))),
                request(HD, SDR, new Generate(5, List.of(new Keyframe(B, 0)))),
                request(HD, SDR, new Generate(5, List.of(new Keyframe(A, 1)))),
                request(HD, SDR, new Edit(A, new Automatic(), List.of())),
                request(HD, SDR, new Edit(B, new Automatic(), List.of())),
                request(HD, SDR, new Edit(A, new Chosen(Optional.empty(), Controls.NONE), List.of())),
                request(HD, SDR, new Edit(A, new Automatic(), List.of(new Keyframe(A, Keyframe.LAST)))),
                request(HD, SDR, reframe("0.3")),
                request(HD, SDR, reframe("0.4")),
                request(HD, SDR, new Reframe(A, Optional.empty())),
                new GenerationRequest("luma:ray@3.2", "q", HD, SDR, five, 1),
                new GenerationRequest("luma:ray@3.3", "p", HD, SDR, five, 1),
                new GenerationRequest("luma:ray@3.2", "p", HD, SDR, five, 2));
        Set<String> texts = requests.stream().map(GenerationRequest::canonical).collect(Collectors.toSet());
        assertThat(texts).hasSize(requests.size());
    }

    @Test
    void mediaAreListedOnceInOrder() {
        List<Keyframe> keyframes = Stream.of(0, 10, 20)
                .map(at -> new Keyframe(at == 10 ? B : A, at))
                .toList();
        assertThat(new Generate(5, keyframes).media()).containsExactly(A, B);
        assertThat(new Edit(B, new Automatic(), keyframes).media()).containsExactly(B, A);
        assertThat(new Reframe(A, Optional.empty()).media()).containsExactly(A);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> new Keyframe(A, -2)).hasMessageContaining("-2");
        assertThatThrownBy(() -> new Generate(0, List.of())).hasMessageContaining("0");
        assertThatThrownBy(() -> new MediaInput(Path.of("a"), " ")).hasMessageContaining("digest");
        assertThatThrownBy(() -> reframe("2.1")).hasMessageContaining("2.1");
        assertThatThrownBy(() -> new Placement(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Controls(Optional.empty(), number("1.01"), number("0"), number("0"), false))
                .hasMessageContaining("depth blur");
        assertThatThrownBy(() -> new GenerationRequest("m", "p", HD, SDR, new Generate(5, List.of()), 0))
                .hasMessageContaining("at least one");
    }

    private static Operation reframe(String y) {
        return new Reframe(
                A,
                Optional.of(new Placement(
                        BigDecimal.ZERO, new BigDecimal(y), new BigDecimal("1.0"), new BigDecimal("0.32"))));
    }

    private static String generate(Keyframe... keyframes) {
        return request(HD, SDR, new Generate(5, List.of(keyframes))).canonical();
    }

    private static GenerationRequest request(Format format, Output output, Operation operation) {
        return new GenerationRequest("luma:ray@3.2", "p", format, output, operation, 1);
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.of(new BigDecimal(text));
    }
}
