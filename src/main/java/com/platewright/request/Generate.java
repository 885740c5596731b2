// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A clip to generate, key by key as in the request. Which keys go together is the model's matter and not checked here.
 *
 * @param resolution {@code 360p}, {@code 540p}, {@code 720p} or {@code 1080p}
 * @param width in pixels
 * @param height in pixels
 * @param duration in seconds
 * @param source a clip to start from
 * @param takes how many, each paid for
 */
public record Generate(
        String prompt,
        Optional<String> resolution,
        OptionalInt width,
        OptionalInt height,
        OptionalInt duration,
        boolean hdr,
        boolean exr,
        boolean loop,
        List<Keyframe> keyframes,
        Optional<Path> source,
        Optional<Edit> edit,
        Optional<Reframe> reframe,
        int takes) {
    public Generate {
        keyframes = List.copyOf(keyframes);
    }

    /** A picture that the clip shows at a frame. */
    public record Keyframe(
            Path image,
            @JsonDeserialize(using = FrameText.class) Frame frame) {}

    /** Where a keyframe stands. */
    public sealed interface Frame {
        /** {@code first} */
        record First() implements Frame {}

        /** {@code last}, or -1 */
        record Last() implements Frame {}

        /** A frame counted from 0. */
        record At(int index) implements Frame {}
    }

    /**
     * How the source is changed.
     *
     * @param preset a way of the show that fills in what is not said here
     * @param strength {@code adhere_1} (near the source) to {@code reimagine_3} (free of it)
     */
    public record Edit(
            Optional<String> preset, Optional<String> strength, boolean autoControls, Optional<Controls> controls) {}

    /**
     * What is kept of the source; the numbers go from 0 to 1, and higher ones leave more freedom.
     *
     * @param pose {@code precise} or {@code coarse}
     */
    public record Controls(
            Optional<String> pose,
            OptionalDouble depthBlur,
            OptionalDouble normalsAugmentation,
            OptionalDouble trajectorySparsity,
            Optional<Boolean> face) {}

    /** The source's place on the new canvas, in fractions of the canvas. */
    public record Reframe(double x, double y, double width, double height) {}
}
