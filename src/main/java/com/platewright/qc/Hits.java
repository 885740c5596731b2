// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.frame.FrameMeasure;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FrameSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The frames of one set that fail a question about pixels.
 *
 * @param twins the plates made from {@code bad}, where those are source frames; empty where that is not known
 */
record Hits(FrameSet set, List<FrameMeasure> bad, List<Integer> twins) {

    /**
     * Answers a question about each measured frame, source and plates apart.
     *
     * @param bad picks the failing frames of one set
     * @param tell makes one fault of those of one set
     */
    static Answer answer(
            Evidence evidence, Function<FrameSet, List<FrameMeasure>> bad, Function<Hits, Answer.Fault> tell) {
        List<FrameSet> sets = evidence.sets();
        long measured = sets.stream().mapToLong(s -> s.measures().size()).sum();
        long all = sets.stream().mapToLong(s -> s.frames().size()).sum();
        return measured == 0
                ? Answer.notRun("no pixels were measured")
                : new Answer.Ran(
                        measured,
                        all,
                        "frames",
                        in(evidence, bad).stream().map(tell).toList());
    }

    /** What came in bad is told once, at its source: a plate counts only where the source frame behind it is clean. */
    private static List<Hits> in(Evidence evidence, Function<FrameSet, List<FrameMeasure>> sieve) {
        List<Hits> all = new ArrayList<>();
        Map<Integer, Integer> plateOf = plateOf(evidence);
        Set<Integer> told = new HashSet<>();
        evidence.source().ifPresent(source -> {
            List<FrameMeasure> bad = sieve.apply(source);
            List<Integer> twins = bad.stream()
                    .map(FrameMeasure::frame)
                    .filter(plateOf::containsKey)
                    .map(plateOf::get)
                    .toList();
            told.addAll(twins);
            all.add(new Hits(source, bad, twins));
        });
        evidence.plates().ifPresent(plates -> {
            List<FrameMeasure> bad = sieve.apply(plates).stream()
                    .filter(m -> !told.contains(m.frame()))
                    .toList();
            all.add(new Hits(plates, bad, List.of()));
        });
        return all.stream().filter(h -> !h.bad().isEmpty()).toList();
    }

    List<Integer> numbers() {
        return bad.stream().map(FrameMeasure::frame).toList();
    }

    /** {@code source frames 15-17 (plates 1016-1018)}. */
    String where() {
        String own = FrameRuns.named(set.noun(), numbers());
        return twins.isEmpty() ? own : own + " (" + FrameRuns.named("plate", twins) + ")";
    }

    /** {@code 3 of 121 frames}. */
    String share() {
        return bad.size() + " of " + set.frames().size() + " frames";
    }

    private static Map<Integer, Integer> plateOf(Evidence evidence) {
        List<FrameSet.Frame> source = evidence.source().map(FrameSet::frames).orElse(List.of());
        List<FrameSet.Frame> plates = evidence.plates().map(FrameSet::frames).orElse(List.of());
        Map<Integer, Integer> plateOf = new HashMap<>();
        if (source.size() == plates.size()) {
            for (int i = 0; i < source.size(); i++) {
                plateOf.put(source.get(i).number(), plates.get(i).number());
            }
        }
        return plateOf;
    }
}
