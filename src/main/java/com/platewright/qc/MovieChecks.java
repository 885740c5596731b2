// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static com.platewright.qc.Wording.percent;

import com.platewright.media.MovieFacts;
import com.platewright.media.MovieFacts.Levels;
import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.MovieEvidence.Asked;
import com.platewright.qc.evidence.MovieEvidence.Coding;
import com.platewright.qc.evidence.MovieEvidence.Origin;
import com.platewright.shot.TimeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the movies that were written are as asked. A movie that came with the frames is never judged here: nobody has
 * said what it ought to be.
 */
final class MovieChecks {
    private MovieChecks() {}

    /** A movie of which both are known: what was asked and what was found. */
    private record Pair(MovieEvidence movie, Asked asked, MovieFacts found) {}

    static Answer format(Evidence evidence) {
        List<Pair> pairs = pairs(evidence);
        List<Fault> faults = pairs.stream().flatMap(p -> format(p).stream()).toList();
        return answer(pairs.size(), "no movie that was asked for was examined", faults);
    }

    static Answer timecode(Evidence evidence) {
        List<Pair> pairs = pairs(evidence).stream()
                .filter(p -> p.asked().start().isPresent())
                .toList();
        List<Fault> faults = pairs.stream().flatMap(p -> timecode(p).stream()).toList();
        return answer(pairs.size(), "no movie with a time code that was asked for was examined", faults);
    }

    static Answer range(Evidence evidence, Limits limits) {
        List<MovieEvidence> movies =
                written(evidence).stream().filter(m -> m.found().isPresent()).toList();
        List<Fault> faults = movies.stream()
                .filter(m -> levels(m).outside() > limits.outsideShare())
                .map(m -> range(m, limits))
                .toList();
        return answer(movies.size(), "no movie was examined", faults);
    }

    /** Movies that are judged: all but those that came with the frames. */
    static List<MovieEvidence> written(Evidence evidence) {
        return evidence.movies().stream()
                .filter(m -> m.origin() == Origin.WRITTEN)
                .toList();
    }

    /** {@code movie "review" (review/sh0010_review.mp4)}. */
    static String called(MovieEvidence movie) {
        return movie.name().equals(movie.file())
                ? "movie " + movie.file()
                : "movie \"" + movie.name() + "\" (" + movie.file() + ")";
    }

    static Answer answer(int looked, String otherwise, List<Fault> faults) {
        return looked == 0 ? Answer.notRun(otherwise) : Answer.ran(looked, "movies", faults);
    }

    private static List<Pair> pairs(Evidence evidence) {
        List<Pair> pairs = new ArrayList<>();
        for (MovieEvidence movie : written(evidence)) {
            if (movie.asked().isPresent() && movie.found().isPresent()) {
                pairs.add(new Pair(movie, movie.asked().get(), movie.found().get()));
            }
        }
        return pairs;
    }

    private static Optional<Fault> format(Pair pair) {
        Coding asked = pair.asked().coding();
        MovieFacts found = pair.found();
        List<String> should = new ArrayList<>();
        List<String> is = new ArrayList<>();
        compare("", asked.codec(), found.codec(), should, is);
        compare("", asked.pixelFormat(), found.pixelFormat(), should, is);
        compare("", asked.size(), found.size(), should, is);
        compare(" fps", asked.rate(), found.rate(), should, is);
        if (should.isEmpty()) {
            return Optional.empty();
        }
        String expected = String.join(", ", should);
        String actual = String.join(", ", is);
        return Optional.of(new Fault(
                pair.movie().file(),
                expected,
                actual,
                "The " + called(pair.movie()) + " is " + actual + " where " + expected
                        + " was asked for. Check the"
                        + " deliverable's encoder, pixel_format and options in the show, then make it again."));
    }

    private static void compare(String unit, Object asked, Object found, List<String> should, List<String> is) {
        if (!asked.equals(found)) {
            should.add(asked + unit);
            is.add(found + unit);
        }
    }

    private static Optional<Fault> timecode(Pair pair) {
        TimeCode asked = pair.asked().start().orElseThrow();
        Optional<TimeCode> found = pair.found().start();
        if (found.equals(pair.asked().start())) {
            return Optional.empty();
        }
        String is = found.map(TimeCode::toString).orElse("none");
        return Optional.of(new Fault(
                pair.movie().file(),
                asked.toString(),
                is,
                "The " + called(pair.movie())
                        + found.map(f -> " starts at time code " + f).orElse(" has no time code")
                        + ", asked was " + asked
                        + ". An edit would not conform to it: make the deliverable again, in a container that carries a"
                        + " time code (.mov, .mp4)."));
    }

    private static Fault range(MovieEvidence movie, Limits limits) {
        Levels levels = levels(movie);
        String outside = percent(levels.outside());
        String luma = "luma " + levels.lumaLowest() + "-" + levels.lumaHighest();
        String chroma = "chroma " + levels.chromaLowest() + "-" + levels.chromaHighest();
        String legalLuma = legal(levels.bits(), 235);
        String legalChroma = legal(levels.bits(), 240);
        return new Fault(
                movie.file(),
                "at most " + percent(limits.outsideShare()) + " outside luma " + legalLuma + ", chroma " + legalChroma,
                outside + " outside; " + luma + ", " + chroma,
                outside + " of the samples of the " + called(movie) + " lie outside the legal range: " + luma
                        + " where "
                        + legalLuma + " is legal, " + chroma + " where " + legalChroma
                        + " is. Broadcasters refuse that and players clip it: check view and range of the deliverable.");
    }

    /** Rec. ITU-R BT.2100 table 9; BT.709 has the same for 8 and 10 bits. */
    private static String legal(int bits, int highest) {
        int step = 1 << (bits - 8);
        return 16 * step + "-" + highest * step;
    }

    private static Levels levels(MovieEvidence movie) {
        return movie.found().orElseThrow().levels();
    }
}
