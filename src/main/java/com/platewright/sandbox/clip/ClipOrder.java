// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.clip;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One clip to be rendered. Equal orders give equal pictures, on any machine.
 *
 * @param prompt what the clip shows
 * @param take 0 for the first result of a task, then counted up: another take of the same prompt looks different
 * @param mark whether the pictures carry the sandbox's mark
 */
public record ClipOrder(String prompt, int take, Format format, Inputs inputs, ExrStyle exr, boolean mark) {

    /** Frames per second of every clip, as the model has it. */
    public static final int FRAME_RATE = 24;

    /**
     * The shape of a clip.
     *
     * @param width in pixels, even
     * @param height in pixels, even
     * @param frames of the movie
     * @param hdr highlights above 1.0 are kept; without it the movie is all there is
     * @param loop the frame after the last one is the first
     */
    public record Format(int width, int height, int frames, boolean hdr, boolean loop) {}

    /**
     * What the clip is made from, besides the prompt.
     *
     * @param pins stills that stand at their frames
     * @param source a movie to be changed
     */
    public record Inputs(List<Pin> pins, Optional<Source> source) {
        public static final Inputs NONE = new Inputs(List.of(), Optional.empty());

        public Inputs {
            pins = List.copyOf(pins);
        }
    }

    /**
     * A still that stands at a frame.
     *
     * @param frame counted from 0
     */
    public record Pin(Path image, int frame) {}

    /**
     * A movie to be changed.
     *
     * @param freedom of an edit: 0, all but the source, to 1, all but the prompt
     * @param placement where it lies on the new canvas; absent, it is edited in place
     */
    public record Source(Path movie, double freedom, Optional<Placement> placement) {
        /** A movie to be edited. */
        public static Source edited(Path movie, double freedom) {
            return new Source(movie, freedom, Optional.empty());
        }

        /** A movie to be put on another canvas. */
        public static Source placed(Path movie, Placement placement) {
            return new Source(movie, 0, Optional.of(placement));
        }
    }

    /** A rectangle in fractions of the canvas; the origin is the top left corner. */
    public record Placement(double x, double y, double width, double height) {}

    /**
     * What the EXR frames are like.
     *
     * @param frames how many; 0 where none were ordered
     * @param compression OpenEXR's name in lower case, such as {@code dwab}
     * @param chromaticities whether the header names the primaries
     * @param nan the frame, counted from 0, in which some samples are not a number
     * @param black the frame, counted from 0, that is black
     */
    public record ExrStyle(int frames, String compression, boolean chromaticities, OptionalInt nan, OptionalInt black) {

        /** Frames as the model makes them: DWAB, primaries named. */
        public static ExrStyle sound(int frames) {
            return new ExrStyle(frames, "dwab", true, OptionalInt.empty(), OptionalInt.empty());
        }
    }

    /** The same order, of another take. */
    public ClipOrder withTake(int other) {
        return new ClipOrder(prompt, other, format, inputs, exr, mark);
    }
}
