// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.frame.FrameMeasure;
import com.platewright.media.ColourTags;
import com.platewright.media.ExrHeader;
import com.platewright.media.MovieFacts;
import com.platewright.media.SoundFacts;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.FrameSet.Frame;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.shot.Resolution;
import com.platewright.shot.TimeCode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Copies of evidence with one part otherwise. */
public final class Change {
    private Change() {}

    public static MovieFacts withTags(MovieFacts m, ColourTags container, ColourTags stream) {
        return movie(m, m.size(), m.frames(), container, stream, m.start(), m.levels(), m.sound());
    }

    public static MovieFacts withSize(MovieFacts m, Resolution size) {
        return movie(m, size, m.frames(), m.containerTags(), m.streamTags(), m.start(), m.levels(), m.sound());
    }

    public static MovieFacts withFrames(MovieFacts m, long frames) {
        return movie(m, m.size(), frames, m.containerTags(), m.streamTags(), m.start(), m.levels(), m.sound());
    }

    public static MovieFacts withStart(MovieFacts m, Optional<TimeCode> start) {
        return movie(m, m.size(), m.frames(), m.containerTags(), m.streamTags(), start, m.levels(), m.sound());
    }

    public static MovieFacts withLevels(MovieFacts m, MovieFacts.Levels levels) {
        return movie(m, m.size(), m.frames(), m.containerTags(), m.streamTags(), m.start(), levels, m.sound());
    }

    public static MovieFacts withSound(MovieFacts m, List<SoundFacts> sound) {
        return movie(m, m.size(), m.frames(), m.containerTags(), m.streamTags(), m.start(), m.levels(), sound);
    }

    private static MovieFacts movie(
            MovieFacts m,
            Resolution size,
            long frames,
            ColourTags container,
            ColourTags stream,
            Optional<TimeCode> start,
            MovieFacts.Levels levels,
            List<SoundFacts> sound) {
        return new MovieFacts(
                m.container(),
                m.codec(),
                m.codecTag(),
                m.profile(),
                m.pixelFormat(),
                size,
                m.rate(),
                frames,
                container,
                stream,
                start,
                levels,
                sound);
    }

    /** The evidence with its source frame {@code number} measured otherwise. */
    public static Evidence sourceMeasured(Evidence e, FrameMeasure measure) {
        return source(
                e,
                measure.frame(),
                f -> new Frame(f.number(), f.file(), f.header(), Optional.of(measure), f.readBack()));
    }

    public static Evidence plateMeasured(Evidence e, FrameMeasure measure) {
        return plate(
                e,
                measure.frame(),
                f -> new Frame(f.number(), f.file(), f.header(), Optional.of(measure), f.readBack()));
    }

    public static Evidence sourceHeaded(Evidence e, int number, ExrHeader header) {
        return source(e, number, f -> new Frame(f.number(), f.file(), Optional.of(header), f.measure(), f.readBack()));
    }

    public static Evidence plateHeaded(Evidence e, int number, ExrHeader header) {
        return plate(e, number, f -> new Frame(f.number(), f.file(), Optional.of(header), f.measure(), f.readBack()));
    }

    public static Evidence source(Evidence e, int number, UnaryOperator<Frame> change) {
        return e.withSource(changed(e.source().orElseThrow(), number, change));
    }

    public static Evidence plate(Evidence e, int number, UnaryOperator<Frame> change) {
        return e.withPlates(changed(e.plates().orElseThrow(), number, change));
    }

    private static FrameSet changed(FrameSet set, int number, UnaryOperator<Frame> change) {
        return with(
                set,
                set.frames().stream()
                        .map(f -> f.number() == number ? change.apply(f) : f)
                        .toList());
    }

    public static FrameSet with(FrameSet set, List<Frame> frames) {
        return new FrameSet(set.noun(), set.name(), set.colour(), frames);
    }

    /** The evidence with the movie of that name found otherwise. */
    public static Evidence movie(Evidence e, String name, UnaryOperator<MovieFacts> change) {
        return movies(
                e,
                m -> m.name().equals(name)
                        ? new MovieEvidence(
                                m.name(),
                                m.file(),
                                m.origin(),
                                m.asked(),
                                m.found().map(change))
                        : m);
    }

    public static Evidence movies(Evidence e, UnaryOperator<MovieEvidence> change) {
        return new Evidence(
                e.expected(),
                e.source(),
                e.plates(),
                e.movies().stream().map(change).toList(),
                e.sounds(),
                e.files());
    }

    public static Evidence sounds(Evidence e, UnaryOperator<SoundEvidence> change) {
        return new Evidence(
                e.expected(),
                e.source(),
                e.plates(),
                e.movies(),
                e.sounds().stream().map(change).toList(),
                e.files());
    }

    public static Evidence expecting(Evidence e, Expectation expected) {
        return new Evidence(expected, e.source(), e.plates(), e.movies(), e.sounds(), e.files());
    }
}
