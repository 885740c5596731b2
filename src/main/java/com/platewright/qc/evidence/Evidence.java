// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of one clip and its deliverables. Start from {@link #of} and add what was examined.
 *
 * @param source the frames as they came
 * @param plates the frames as they were written
 * @param movies those that came and those that were written
 * @param sounds those that were supplied and those that were written; the sound of a movie is part of its movie
 */
public record Evidence(
        Expectation expected,
        Optional<FrameSet> source,
        Optional<FrameSet> plates,
        List<MovieEvidence> movies,
        List<SoundEvidence> sounds,
        FileEvidence files) {
    public Evidence {
        movies = movies.stream()
                .sorted(Comparator.comparing(MovieEvidence::origin)
                        .thenComparing(MovieEvidence::name)
                        .thenComparing(MovieEvidence::file))
                .toList();
        sounds = sounds.stream()
                .sorted(Comparator.comparing(SoundEvidence::name).thenComparing(SoundEvidence::file))
                .toList();
    }

    public static Evidence of(Expectation expected) {
        return new Evidence(expected, Optional.empty(), Optional.empty(), List.of(), List.of(), FileEvidence.NONE);
    }

    public Evidence withSource(FrameSet frames) {
        return new Evidence(expected, Optional.of(frames), plates, movies, sounds, files);
    }

    public Evidence withPlates(FrameSet frames) {
        return new Evidence(expected, source, Optional.of(frames), movies, sounds, files);
    }

    public Evidence withMovie(MovieEvidence movie) {
        return new Evidence(expected, source, plates, and(movies, movie), sounds, files);
    }

    public Evidence withSound(SoundEvidence sound) {
        return new Evidence(expected, source, plates, movies, and(sounds, sound), files);
    }

    public Evidence withFiles(FileEvidence found) {
        return new Evidence(expected, source, plates, movies, sounds, found);
    }

    /** The sequences that are there: the source, then the plates. */
    public List<FrameSet> sets() {
        return Stream.of(source, plates).flatMap(Optional::stream).toList();
    }

    private static <T> List<T> and(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
