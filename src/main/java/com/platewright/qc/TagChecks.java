// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.media.ColourTags;
import com.platewright.media.MovieFacts;
import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.MovieEvidence.Asked;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a movie's colour tags are as asked, in container and stream apart: players go by the one, graders by the other.
 *
 * <p>A tag that the carrier has no place for may be silent, but never says otherwise. The {@code nclc} atom of .mov and the
 * ProRes frame header have none for the range, and silence about the range means narrow (H.264 and H.265, E.2.1;
 * SMPTE RDD 36). Streams of codecs other than {@link #TELLING} may be silent about all.
 */
final class TagChecks {
    private static final String SILENT = "unknown";

    /** Codecs whose coded pictures have a place for primaries, transfer and matrix. */
    private static final Set<String> TELLING = Set.of("h264", "hevc", "av1", "vvc", "prores");

    private TagChecks() {}

    static Answer tags(Evidence evidence) {
        List<MovieEvidence> movies = MovieChecks.written(evidence).stream()
                .filter(m -> m.found().isPresent())
                .toList();
        List<Fault> faults = movies.stream().flatMap(TagChecks::faults).toList();
        return MovieChecks.answer(movies.size(), "no movie was examined", faults);
    }

    private static Stream<Fault> faults(MovieEvidence movie) {
        MovieFacts found = movie.found().orElseThrow();
        Optional<ColourTags> asked = movie.asked().map(Asked::tags);
        if (asked.isEmpty()) {
            return contradiction(movie, found).stream();
        }
        boolean telling = TELLING.contains(found.codec());
        return Stream.of(
                        against(movie, "container", asked.get(), found.containerTags(), true),
                        against(movie, "stream", asked.get(), found.streamTags(), telling))
                .flatMap(Optional::stream);
    }

    private static Optional<Fault> against(
            MovieEvidence movie, String part, ColourTags asked, ColourTags found, boolean telling) {
        if (fits(asked, found, telling)) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                movie.file() + ", " + part,
                asked.toString(),
                found.toString(),
                "The " + part + " of the " + MovieChecks.called(movie) + " is tagged " + found + " where " + asked
                        + " was asked for (primaries/transfer/matrix/range). It would be shown in wrong colours: make the"
                        + " deliverable again with an encoder and container that carry these tags."));
    }

    /** Nothing was asked, but a file that contradicts itself is wrong in one of two places. */
    private static Optional<Fault> contradiction(MovieEvidence movie, MovieFacts found) {
        ColourTags container = found.containerTags();
        ColourTags stream = found.streamTags();
        if (fits(container, stream, false)) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                movie.file(),
                "container " + container,
                "stream " + stream,
                "In the " + MovieChecks.called(movie) + " the container says " + container + " and the stream " + stream
                        + " (primaries/transfer/matrix/range). Players differ in which they believe: have it written"
                        + " again."));
    }

    private static boolean fits(ColourTags asked, ColourTags found, boolean telling) {
        return fits(asked.primaries(), found.primaries(), telling)
                && fits(asked.transfer(), found.transfer(), telling)
                && fits(asked.matrix(), found.matrix(), telling)
                && range(asked).equals(range(found));
    }

    private static boolean fits(String asked, String found, boolean telling) {
        return asked.equals(found) || (!telling && (asked.equals(SILENT) || found.equals(SILENT)));
    }

    private static String range(ColourTags tags) {
        return tags.range().equals(SILENT) ? "tv" : tags.range();
    }
}
