// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import com.platewright.media.movie.MovieExtent;
import com.platewright.request.Generate;
import com.platewright.request.Generate.Frame;
import com.platewright.shot.Resolution;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The clip that a request asks for, as rules look at it: what it says, and what its files are. */
public final class Clip {
    /** Positions for keyframes in one second: a clip of n seconds has the positions 0 to 24 n, both included. */
    static final int GRID = 24;

    /** Rates that differ by less are one rate: a container's average of a short clip is not exact. Frames a second. */
    private static final double SAME_RATE = 0.01;

    /** Places on a canvas that differ by less are one place. A share of the canvas. */
    private static final double SAME_PLACE = 0.005;

    private static final int DEFAULT_SECONDS = 5;

    private final Generate asked;
    private final Optional<String> size;
    private final List<Still> stills;
    private final Optional<Footage> source;

    private Clip(Generate asked, Optional<String> size, List<Still> stills, Optional<Footage> source) {
        this.asked = asked;
        this.size = size;
        this.stills = stills;
        this.source = source;
    }

    /** Opens what the request names, each file once; what cannot be opened is of no kind and no length. */
    static Clip of(Generate asked, Sizes sizes) {
        Map<Path, Still> known = new HashMap<>();
        List<Still> stills = asked.keyframes().stream()
                .map(keyframe -> known.computeIfAbsent(keyframe.image(), Still::of))
                .toList();
        return new Clip(asked, sizes.named(asked), stills, asked.source().map(Footage::of));
    }

    Generate asked() {
        return asked;
    }

    /** The named size, by name or by its pair; empty for no pair or an unknown one. */
    Optional<String> size() {
        return size;
    }

    Optional<Resolution> canvas() {
        return Sizes.pair(asked);
    }

    Optional<Footage> source() {
        return source;
    }

    int seconds() {
        return asked.duration().orElse(DEFAULT_SECONDS);
    }

    boolean saysPair() {
        return asked.width().isPresent() || asked.height().isPresent();
    }

    /** Text to video or image to video: nothing to start from but words and stills. */
    boolean isNew() {
        return asked.source().isEmpty();
    }

    boolean isEdit() {
        return asked.edit().isPresent();
    }

    /** A source that is put on a canvas of another size. */
    boolean isReframe() {
        return asked.reframe().isPresent() || (!isNew() && !isEdit());
    }

    /** A source that is made to fill its canvas, and not placed on it with room around or cropped. */
    boolean fillsItsCanvas() {
        return asked.reframe()
                .filter(r -> !isSamePlace(r.x(), 0)
                        || !isSamePlace(r.y(), 0)
                        || !isSamePlace(r.width(), 1)
                        || !isSamePlace(r.height(), 1))
                .isEmpty();
    }

    private static boolean isSamePlace(double one, double other) {
        return Math.abs(one - other) < SAME_PLACE;
    }

    /** The last position: of an edit its source's last frame, beyond every number where its length is not known. */
    int end() {
        if (!isEdit()) {
            return GRID * seconds();
        }
        long frames = Math.round(sourceSeconds() * GRID);
        return frames > 0 ? (int) frames - 1 : Integer.MAX_VALUE;
    }

    /** The first position outside the clip. */
    Optional<Integer> outside() {
        return positions().stream().filter(at -> at < 0 || at > end()).findFirst();
    }

    /** A position that more than one keyframe claims. */
    Optional<Integer> claimedTwice() {
        Set<Integer> seen = new HashSet<>();
        return positions().stream().filter(at -> !seen.add(at)).min(Integer::compare);
    }

    boolean pinsMoreThanTheStart() {
        return positions().stream().anyMatch(at -> at != 0);
    }

    /** The names of the stills that are found wanting. */
    Optional<String> stills(Predicate<Still> wanting) {
        String names =
                stills.stream().filter(wanting).map(Still::name).distinct().collect(Collectors.joining(", "));
        return Optional.of(names).filter(n -> !n.isEmpty());
    }

    /** The first still whose shape is not that of the width and height, with both sizes. */
    Optional<String> stillOfAnotherShape() {
        return canvas().flatMap(canvas -> stills.stream()
                .filter(still ->
                        still.size().filter(s -> !Shape.isSame(s, canvas)).isPresent())
                .map(still -> still.name() + " is " + still.size().orElseThrow() + ", the clip " + canvas)
                .findFirst());
    }

    /** How long the source is by its container; 0 where it does not say, or is no movie. */
    double sourceSeconds() {
        return source.flatMap(Footage::movie)
                .map(MovieExtent::seconds)
                .orElse(OptionalDouble.empty())
                .orElse(0);
    }

    /** Frames a second of the source, where that is another rate than the model's own. */
    Optional<Double> sourceOfAnotherRate() {
        OptionalDouble rate =
                source.flatMap(Footage::movie).map(MovieExtent::rate).orElse(OptionalDouble.empty());
        return rate.isPresent() && Math.abs(rate.getAsDouble() - GRID) > SAME_RATE
                ? Optional.of(rate.getAsDouble())
                : Optional.empty();
    }

    private List<Integer> positions() {
        return asked.keyframes().stream().map(k -> position(k.frame())).toList();
    }

    private int position(Frame frame) {
        if (frame instanceof Frame.At at) {
            return at.index();
        }
        return frame instanceof Frame.First ? 0 : end();
    }
}
