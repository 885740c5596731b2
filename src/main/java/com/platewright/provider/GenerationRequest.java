// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import com.platewright.shot.Resolution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything that determines a generation. Two equal requests are one intent; a changed request is another intent and
 * another charge. Whether a model accepts the combination is not decided here.
 *
 * @param model the service's name of the model, such as {@code luma:ray@3.2}
 * @param results how many renditions are wanted, each charged
 */
public record GenerationRequest(
        String model, String prompt, Format format, Output output, Operation operation, int results) {

    /** The size of the picture, as it is asked for. The true size is read from what comes back. */
    public sealed interface Format {
        /** A size by name, such as {@code 720p}; the service chooses the aspect ratio. */
        record Named(String name) implements Format {}

        /** A size in pixels. */
        record Exact(Resolution size) implements Format {}

        /** As the source clip has it; for edits. */
        record AsSource() implements Format {}
    }

    /**
     * What is made of the picture.
     *
     * @param hdr high dynamic range instead of standard
     * @param exr OpenEXR frames beside the movie
     * @param loop the end meets the beginning
     */
    public record Output(boolean hdr, boolean exr, boolean loop) {}

    public GenerationRequest {
        if (results < 1) {
            throw new IllegalArgumentException("a request is for at least one result, not " + results);
        }
    }

    /** The same intent with other files of the same content digests. */
    public GenerationRequest with(UnaryOperator<MediaInput> other) {
        return new GenerationRequest(model, prompt, format, output, operation.with(other), results);
    }

    /**
     * The request as one line of JSON that is the same for the same intent on every machine: keys sorted, media by
     * content digest and never by path, keyframes by their number. Its digest names the request.
     */
    public String canonical() {
        Canonical text = new Canonical()
                .text("model", model)
                .text("prompt", prompt)
                .flag("hdr", output.hdr())
                .flag("exr", output.exr())
                .flag("loop", output.loop())
                .object(operation.word(), operationText());
        if (results > 1) {
            text.number("results", results);
        }
        if (format instanceof Format.Named named) {
            text.text("resolution", named.name());
        } else if (format instanceof Format.Exact exact) {
            text.number("width", exact.size().width());
            text.number("height", exact.size().height());
        }
        return text.toString();
    }

    private Canonical operationText() {
        if (operation instanceof Operation.Generate generate) {
            return new Canonical()
                    .number("seconds", generate.seconds())
                    .list("keyframes", pinned(generate.keyframes(), Optional.of(generate)));
        }
        if (operation instanceof Operation.Edit edit) {
            return guidance(edit.guidance())
                    .text("source", edit.source().contentDigest())
                    .list("keyframes", pinned(edit.anchors(), Optional.empty()));
        }
        Operation.Reframe reframe = (Operation.Reframe) operation;
        Canonical text = new Canonical().text("source", reframe.source().contentDigest());
        reframe.placement().ifPresent(p -> text.number("x", p.x())
                .number("y", p.y())
                .number("width", p.width())
                .number("height", p.height()));
        return text;
    }

    private static List<Canonical> pinned(List<Keyframe> keyframes, Optional<Operation.Generate> clip) {
        List<Canonical> pinned = new ArrayList<>();
        for (Keyframe keyframe : keyframes) {
            int frame = clip.map(c -> c.position(keyframe)).orElse(keyframe.frame());
            pinned.add(new Canonical()
                    .number("frame", frame)
                    .text("image", keyframe.image().contentDigest()));
        }
        return pinned;
    }

    private static Canonical guidance(Guidance guidance) {
        Canonical text = new Canonical();
        if (guidance instanceof Guidance.Chosen chosen) {
            Guidance.Controls controls = chosen.controls();
            chosen.strength().ifPresent(s -> text.text("strength", s.word()));
            controls.pose().ifPresent(p -> text.text("pose", p.word()));
            number(text, "depth_blur", controls.depthBlur());
            number(text, "normals_augmentation", controls.normalsAugmentation());
            number(text, "trajectory_sparsity", controls.trajectorySparsity());
            return text.flag("face", controls.face());
        }
        return text.flag("auto_controls", true);
    }

    private static void number(Canonical text, String key, Optional<BigDecimal> value) {
        value.ifPresent(v -> text.number(key, v));
    }
}
