// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.FileEvidence.Archive;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.FrameSet.Frame;
import com.platewright.shot.FrameRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether frame numbers run without holes. */
final class SequenceChecks {
    private SequenceChecks() {}

    static Answer gaps(Evidence evidence) {
        List<Fault> faults = new ArrayList<>();
        long looked = 0;
        Optional<FrameSet> source = evidence.source()
                .filter(FrameSet::isOfFiles)
                .filter(s -> !s.frames().isEmpty());
        if (source.isPresent()) {
            faults.addAll(faults(source.get(), span(source.get())));
            looked += source.get().frames().size();
        } else if (evidence.files().archive().isPresent()) {
            Archive archive = evidence.files().archive().get();
            missing("source frame", archive.file(), archive.gaps()).ifPresent(faults::add);
            looked++;
        }
        Optional<FrameSet> plates = evidence.plates().filter(p -> !p.frames().isEmpty());
        if (plates.isPresent()) {
            faults.addAll(faults(plates.get(), asked(evidence, plates.get())));
            looked += plates.get().frames().size();
        }
        return looked == 0 ? Answer.notRun("there is no sequence of frames") : Answer.ran(looked, "frames", faults);
    }

    /** Plates have the numbers that were asked for; where none were, those from their own first to their last. */
    private static FrameRange asked(Evidence evidence, FrameSet plates) {
        int count = evidence.source()
                .filter(s -> !s.frames().isEmpty())
                .orElse(plates)
                .frames()
                .size();
        Optional<Expectation.Plates> asked = evidence.expected().plates();
        return asked.map(a -> FrameRange.of(a.first(), count)).orElseGet(() -> span(plates));
    }

    private static FrameRange span(FrameSet set) {
        return set.span().orElseThrow();
    }

    private static List<Fault> faults(FrameSet set, FrameRange asked) {
        List<Integer> numbers = set.frames().stream().map(Frame::number).toList();
        List<Fault> faults = new ArrayList<>();
        missing(set.noun(), set.name(), gaps(FrameRuns.of(numbers), asked)).ifPresent(faults::add);
        duplicates(set, numbers).ifPresent(faults::add);
        List<Integer> beyond = numbers.stream().filter(n -> !asked.contains(n)).toList();
        if (!beyond.isEmpty()) {
            String where = FrameRuns.named(set.noun(), beyond);
            faults.add(new Fault(
                    where,
                    "frames " + asked,
                    beyond.size() + " outside",
                    set.name() + " holds " + where + ", outside the range " + asked
                            + ". Make the deliverables again; nothing else may write there."));
        }
        return faults;
    }

    /** What {@code runs} leave out of {@code asked}. */
    private static List<FrameRange> gaps(List<FrameRange> runs, FrameRange asked) {
        List<FrameRange> gaps = new ArrayList<>();
        int next = asked.first();
        for (FrameRange run : runs) {
            int end = Math.min(run.first() - 1, asked.last());
            if (end >= next) {
                gaps.add(new FrameRange(next, end));
            }
            next = Math.max(next, run.last() + 1);
        }
        if (next <= asked.last()) {
            gaps.add(new FrameRange(next, asked.last()));
        }
        return gaps;
    }

    private static Optional<Fault> missing(String noun, String name, List<FrameRange> gaps) {
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        String where = FrameRuns.named(noun, gaps);
        long count = gaps.stream().mapToLong(g -> 1L + g.last() - g.first()).sum();
        return Optional.of(new Fault(
                where,
                "every number from first to last",
                count + " missing",
                name + " lacks " + where + ". A hole is never filled by a neighbour: fetch or copy the frames again."));
    }

    private static Optional<Fault> duplicates(FrameSet set, List<Integer> numbers) {
        Set<Integer> seen = new HashSet<>();
        Set<Integer> twice = new TreeSet<>();
        numbers.stream().filter(n -> !seen.add(n)).forEach(twice::add);
        if (twice.isEmpty()) {
            return Optional.empty();
        }
        int first = twice.iterator().next();
        List<String> files = set.frames().stream()
                .filter(f -> f.number() == first)
                .map(Frame::file)
                .toList();
        String where = FrameRuns.named(set.noun(), twice);
        return Optional.of(new Fault(
                where,
                "each number once",
                String.join(" and ", files),
                set.name() + " holds more than one file for " + where + ", such as " + String.join(" and ", files)
                        + ". Nobody can say which is meant: remove all but one."));
    }
}
