// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.media.Chromaticities;
import com.platewright.media.ExrHeader;
import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.DeclaredColour;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation.Plates;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.FrameSet.Frame;
import com.platewright.qc.evidence.FrameSet.ReadBack;
import com.platewright.shot.FrameRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Whether the plates on disk are what was asked for and what was made. */
final class PlateChecks {
    private static final String AGAIN = " Make the deliverables again; if it stays so, suspect the disk.";

    private static final String CHANNELS = "half R, G, B";

    private PlateChecks() {}

    /** What every plate's header has to say, and how to read it there; both as text. */
    private record Line(
            String name, BiFunction<Plates, Integer, String> asked, BiFunction<Plates, ExrHeader, String> found) {}

    static Answer header(Evidence evidence) {
        Optional<Plates> asked = evidence.expected().plates();
        if (asked.isEmpty()) {
            return Answer.notRun("no plates were asked for");
        }
        FrameRate rate = evidence.expected().rate().orElseThrow();
        List<Frame> plates = evidence.plates().map(FrameSet::frames).orElse(List.of());
        List<Fault> faults = new ArrayList<>();
        unread(evidence, f -> f.header().isEmpty(), "no header was read").ifPresent(faults::add);
        lines(rate).forEach(line -> differing(plates, asked.get(), line).ifPresent(faults::add));
        long headers = plates.stream().filter(f -> f.header().isPresent()).count();
        return new Answer.Ran(headers, plates.size(), "plates", faults);
    }

    static Answer pixels(Evidence evidence) {
        List<Frame> plates = evidence.plates().map(FrameSet::frames).orElse(List.of());
        boolean asked = evidence.expected().plates().isPresent();
        if (!asked && plates.stream().allMatch(f -> f.readBack().isEmpty())) {
            return Answer.notRun("no plates were written");
        }
        List<Fault> faults = new ArrayList<>();
        unread(evidence, f -> read(f).isEmpty(), "no pixels were read back").ifPresent(faults::add);
        List<Integer> changed = plates.stream()
                .filter(f -> f.readBack().isPresent() && read(f).isPresent())
                .filter(f -> f.readBack().get().written() != read(f).get())
                .map(Frame::number)
                .toList();
        if (!changed.isEmpty()) {
            String where = FrameRuns.named("plate", changed);
            faults.add(new Fault(
                    where,
                    "the samples that were written",
                    changed.size() + " of " + plates.size() + " read back otherwise",
                    "What was read back from " + where + " is not what was handed to the writer." + AGAIN));
        }
        long compared = plates.stream().filter(f -> read(f).isPresent()).count();
        return new Answer.Ran(compared, plates.size(), "plates", faults);
    }

    private static Optional<Long> read(Frame frame) {
        return frame.readBack().flatMap(ReadBack::read);
    }

    private static Optional<Fault> unread(Evidence evidence, Predicate<Frame> unread, String what) {
        List<Frame> plates = evidence.plates().map(FrameSet::frames).orElse(List.of());
        if (plates.isEmpty()) {
            return Optional.of(new Fault(
                    "plates",
                    "plates on disk",
                    "none",
                    "Plates were asked for and none was examined: they were not written, or not looked at." + AGAIN));
        }
        List<Integer> frames = plates.stream().filter(unread).map(Frame::number).toList();
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        String where = FrameRuns.named("plate", frames);
        return Optional.of(new Fault(
                where,
                "every plate read from its file",
                frames.size() + " of " + plates.size() + " were not",
                "Nothing is known of " + where + ": " + what + "." + AGAIN));
    }

    private static Optional<Fault> differing(List<Frame> plates, Plates asked, Line line) {
        List<Frame> odd = plates.stream()
                .filter(f -> f.header().isPresent())
                .filter(f -> !line.asked()
                        .apply(asked, f.number())
                        .equals(line.found().apply(asked, f.header().get())))
                .toList();
        if (odd.isEmpty()) {
            return Optional.empty();
        }
        Frame first = odd.get(0);
        String where = FrameRuns.named("plate", odd.stream().map(Frame::number).toList());
        String should = line.asked().apply(asked, first.number());
        String is = line.found().apply(asked, first.header().orElseThrow());
        return Optional.of(new Fault(
                where,
                line.name() + " " + should,
                is,
                "The " + line.name() + " in the header of " + where + " is not as asked: " + first.file() + " says "
                        + is + ", asked was " + should + "." + AGAIN));
    }

    private static List<Line> lines(FrameRate rate) {
        return List.of(
                new Line("size", (a, n) -> a.size().toString(), (a, h) -> HeaderChecks.size(h)),
                new Line("compression", (a, n) -> a.compression().name(), (a, h) -> h.compression()
                        .name()),
                new Line("channels", (a, n) -> CHANNELS, (a, h) -> channels(h)),
                new Line("colour", (a, n) -> colour(a.colour()), PlateChecks::colour),
                new Line("frame rate", (a, n) -> rate.toString(), (a, h) -> said(h.framesPerSecond())),
                new Line(
                        "time code",
                        (a, n) -> a.start().plus((long) n - a.first(), rate).toString(),
                        (a, h) -> said(h.timeCode())));
    }

    /** With or without alpha. */
    private static String channels(ExrHeader header) {
        String found = HeaderChecks.channels(header);
        return found.equals("B half, G half, R half") || found.equals("A half, B half, G half, R half")
                ? CHANNELS
                : found;
    }

    private static String colour(Optional<DeclaredColour> colour) {
        return colour.map(DeclaredColour::space).orElse("none");
    }

    private static String colour(Plates asked, ExrHeader header) {
        Optional<Chromaticities> stated = header.chromaticities();
        boolean fits = stated.isPresent()
                && asked.colour()
                        .filter(c -> c.chromaticities().matches(stated.get()))
                        .isPresent();
        return fits ? colour(asked.colour()) : stated.map(Wording::colour).orElse("none");
    }

    private static String said(Optional<?> value) {
        return value.map(Object::toString).orElse("none");
    }
}
