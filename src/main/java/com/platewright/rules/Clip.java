// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import com.platewright.media.movie.MovieExtent;
import com.platewright.request.Generate;
import com.platewright.request.Generate.Frame;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The questions that several rules ask of a request. */
final class Clip {
    /** Positions for keyframes in one second: a clip of n seconds has the positions 0 to 24 n, both included. */
    static final int GRID = 24;

    /** Rates that differ by less are one rate: a container's average of a short clip is not exact. Frames a second. */
    private static final double SAME_RATE = 0.01;

    private static final int DEFAULT_SECONDS = 5;

    private Clip() {}

    static int seconds(Generate generate) {
        return generate.duration().orElse(DEFAULT_SECONDS);
    }

    static boolean saysPair(Generate generate) {
        return generate.width().isPresent() || generate.height().isPresent();
    }

    /** Text to video or image to video: nothing to start from but words and stills. */
    static boolean isNew(Generate generate) {
        return generate.source().isEmpty();
    }

    static boolean isEdit(Generate generate) {
        return generate.edit().isPresent();
    }

    /** A source that is put on a canvas of another size. */
    static boolean isReframe(Generate generate) {
        return generate.reframe().isPresent() || (generate.source().isPresent() && !isEdit(generate));
    }

    static int position(Generate generate, Frame frame) {
        if (frame instanceof Frame.At at) {
            return at.index();
        }
        return frame instanceof Frame.First ? 0 : end(generate);
    }

    /** The last position: of an edit its source's last frame, beyond every number where its length is not known. */
    static int end(Generate generate) {
        if (!isEdit(generate)) {
            return GRID * seconds(generate);
        }
        long frames = Math.round(sourceSeconds(generate) * GRID);
        return frames > 0 ? (int) frames - 1 : Integer.MAX_VALUE;
    }

    /** Positions outside the clip. */
    static List<Integer> outside(Generate generate) {
        return positions(generate).stream()
                .filter(at -> at < 0 || at > end(generate))
                .toList();
    }

    /** Positions that more than one keyframe claims. */
    static Set<Integer> claimedTwice(Generate generate) {
        Set<Integer> seen = new HashSet<>();
        return positions(generate).stream().filter(at -> !seen.add(at)).collect(Collectors.toSet());
    }

    static boolean pinsMoreThanTheStart(Generate generate) {
        return positions(generate).stream().anyMatch(at -> at != 0);
    }

    /** The name of the first still that is found wanting. */
    static Optional<String> still(Generate generate, Predicate<Still> wanting) {
        return generate.keyframes().stream()
                .map(keyframe -> Still.of(keyframe.image()))
                .filter(wanting)
                .map(still -> String.valueOf(still.file().getFileName()))
                .findFirst();
    }

    /** The first still whose shape is not that of the width and height, with both sizes. */
    static Optional<String> stillOfAnotherShape(Generate generate) {
        return Sizes.pair(generate).flatMap(canvas -> generate.keyframes().stream()
                .map(keyframe -> Still.of(keyframe.image()))
                .filter(still -> still.isUnlike(canvas))
                .map(still -> still.file().getFileName() + " is " + still.size().orElseThrow() + ", the clip " + canvas)
                .findFirst());
    }

    /** Whether what should be a clip is a still. */
    static boolean startsFromAStill(Generate generate) {
        return generate.source()
                .filter(source -> Still.of(source).kind().isPresent())
                .isPresent();
    }

    static long sourceBytes(Generate generate) {
        return generate.source().map(source -> source.toFile().length()).orElse(0L);
    }

    /** How long the source is by its container; 0 where it does not say, or is no movie. */
    static double sourceSeconds(Generate generate) {
        return source(generate)
                .map(MovieExtent::seconds)
                .orElse(OptionalDouble.empty())
                .orElse(0);
    }

    /** Frames a second of the source, where that is another rate than the model's own. */
    static Optional<Double> sourceOfAnotherRate(Generate generate) {
        OptionalDouble rate = source(generate).map(MovieExtent::rate).orElse(OptionalDouble.empty());
        return rate.isPresent() && Math.abs(rate.getAsDouble() - GRID) > SAME_RATE
                ? Optional.of(rate.getAsDouble())
                : Optional.empty();
    }

    private static Optional<MovieExtent> source(Generate generate) {
        if (generate.source().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MovieExtent.of(generate.source().get()));
        } catch (IOException e) {
            return Optional.empty(); // that it is no movie is said by whoever estimates its price or sends it
        }
    }

    static String inSeconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static List<Integer> positions(Generate generate) {
        return generate.keyframes().stream()
                .map(keyframe -> position(generate, keyframe.frame()))
                .toList();
    }
}
