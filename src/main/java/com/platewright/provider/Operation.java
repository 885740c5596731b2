// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the model is to do, and with which material. */
public sealed interface Operation {
    /** The word of price tables and ledgers: {@code generate}, {@code edit} or {@code reframe}. */
    String word();

    /** Every local file that has to be at the service before the task, without repetition. */
    List<MediaInput> media();

    /** The same with other files of the same content digests, such as a picture that was prepared for sending. */
    Operation with(UnaryOperator<MediaInput> other);

    /**
     * A new clip from text, or from text and stills.
     *
     * @param seconds of the clip
     * @param keyframes none for text to video; ordered by time
     */
    record Generate(int seconds, List<Keyframe> keyframes) implements Operation {
        /** Positions for keyframes in one second. A clip of n seconds has positions 0 to 24 n, both included. */
        public static final int GRID = 24;

        public Generate {
            if (seconds <= 0) {
                throw new IllegalArgumentException("a clip lasts at least one second, not " + seconds);
            }
            keyframes = Keyframe.inOrder(keyframes);
        }

        /** Where a keyframe stands, with the last frame as a number. */
        public int position(Keyframe keyframe) {
            return keyframe.frame() == Keyframe.LAST ? seconds * GRID : keyframe.frame();
        }

        @Override
        public String word() {
            return "generate";
        }

        @Override
        public List<MediaInput> media() {
            return images(keyframes).distinct().toList();
        }

        @Override
        public Generate with(UnaryOperator<MediaInput> other) {
            return new Generate(seconds, pinned(keyframes, other));
        }
    }

    /**
     * The source clip anew, with its motion and length.
     *
     * @param anchors stills that frames of the result shall look like; often none
     */
    record Edit(MediaInput source, Guidance guidance, List<Keyframe> anchors) implements Operation {
        public Edit {
            anchors = Keyframe.inOrder(anchors);
        }

        @Override
        public String word() {
            return "edit";
        }

        @Override
        public List<MediaInput> media() {
            return Stream.concat(Stream.of(source), images(anchors)).distinct().toList();
        }

        @Override
        public Edit with(UnaryOperator<MediaInput> other) {
            return new Edit(other.apply(source), guidance, pinned(anchors, other));
        }
    }

    /**
     * The source clip on another canvas, with what lies beyond its borders made up.
     *
     * @param placement where the source stands on the canvas; empty: in the centre
     */
    record Reframe(MediaInput source, Optional<Placement> placement) implements Operation {
        @Override
        public String word() {
            return "reframe";
        }

        @Override
        public List<MediaInput> media() {
            return List.of(source);
        }

        @Override
        public Reframe with(UnaryOperator<MediaInput> other) {
            return new Reframe(other.apply(source), placement);
        }
    }

    /**
     * A rectangle in fractions of the new canvas.
     *
     * @param x left edge, -2 to 2
     * @param y upper edge, -2 to 2
     * @param width above 0, up to 2
     * @param height above 0, up to 2
     */
    record Placement(BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height) {
        private static final BigDecimal TWO = BigDecimal.valueOf(2);

        public Placement {
            x = plain(x);
            y = plain(y);
            width = plain(width);
            height = plain(height);
            if (x.abs().compareTo(TWO) > 0 || y.abs().compareTo(TWO) > 0) {
                throw new IllegalArgumentException("a source is placed from -2 to 2 canvases, not at " + x + ", " + y);
            }
            if (Stream.of(width, height).anyMatch(side -> side.signum() <= 0 || side.compareTo(TWO) > 0)) {
                throw new IllegalArgumentException(
                        "a placed source is above 0 and up to 2 canvases large, not " + width + " x " + height);
            }
        }
    }

    private static List<Keyframe> pinned(List<Keyframe> keyframes, UnaryOperator<MediaInput> other) {
        return keyframes.stream()
                .map(k -> new Keyframe(other.apply(k.image()), k.frame()))
                .toList();
    }

    private static Stream<MediaInput> images(List<Keyframe> keyframes) {
        return keyframes.stream().map(Keyframe::image);
    }

    /** The number without trailing zeros: 0.20 and 0.2 are one intent. */
    static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}
