// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.media.Chromaticities;
import com.platewright.media.ExrHeader;
import com.platewright.media.ExrHeader.Channel;
import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.DeclaredColour;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.FrameSet.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the headers of a sequence agree with each other and with its declared colour space. */
final class HeaderChecks {
    /** One property that all frames share, as text. */
    private record Aspect(String name, Function<ExrHeader, String> of) {}

    private static final List<Aspect> SHARED = List.of(
            new Aspect("size", HeaderChecks::size),
            new Aspect("channels", HeaderChecks::channels),
            new Aspect("pixel aspect", h -> Float.toString(h.pixelAspectRatio())));

    private HeaderChecks() {}

    static Answer uniform(Evidence evidence) {
        List<Fault> faults = new ArrayList<>();
        for (FrameSet set : files(evidence)) {
            SHARED.forEach(aspect -> faults.addAll(uniform(set, aspect)));
        }
        return answer(evidence, faults);
    }

    /** Plates that were asked for are held to their colour by {@code plate.header}. */
    static Answer colour(Evidence evidence) {
        List<FrameSet> declared = Stream.concat(
                        evidence.source().stream(),
                        evidence
                                .plates()
                                .filter(p -> evidence.expected().plates().isEmpty())
                                .stream())
                .filter(s -> s.colour().isPresent())
                .toList();
        if (declared.isEmpty()) {
            return Answer.notRun("no colour space is declared for the frames");
        }
        long stated = declared.stream().mapToLong(s -> stating(s).size()).sum();
        if (stated == 0) {
            return Answer.notRun("no frame states its chromaticities");
        }
        long all = declared.stream().mapToLong(s -> s.frames().size()).sum();
        List<Fault> faults =
                declared.stream().flatMap(HeaderChecks::otherColours).toList();
        return new Answer.Ran(stated, all, "frames", faults);
    }

    /** {@code 1280x720}; both windows where they differ. */
    static String size(ExrHeader header) {
        return header.dataWindow().equals(header.displayWindow())
                ? header.size() + (isAtOrigin(header.dataWindow()) ? "" : " at " + header.dataWindow())
                : "data window " + header.dataWindow() + ", display window " + header.displayWindow();
    }

    private static boolean isAtOrigin(ExrHeader.Window window) {
        return window.minX() == 0 && window.minY() == 0;
    }

    /** {@code A half, B half, G half, R half}. */
    static String channels(ExrHeader header) {
        return header.channels().stream().map(HeaderChecks::channel).sorted().collect(Collectors.joining(", "));
    }

    private static String channel(Channel c) {
        String text = c.name() + " " + c.type().name().toLowerCase(Locale.ROOT);
        return c.xSampling() == 1 && c.ySampling() == 1 ? text : text + " " + c.xSampling() + "x" + c.ySampling();
    }

    /** What most frames say is taken for right, so that the odd ones are named. */
    private static List<Fault> uniform(FrameSet set, Aspect aspect) {
        Map<String, List<Integer>> byValue =
                grouped(headed(set), f -> aspect.of().apply(header(f)));
        if (byValue.size() < 2) {
            return List.of();
        }
        int most = byValue.values().stream().mapToInt(List::size).max().orElseThrow();
        String usual = byValue.entrySet().stream()
                .filter(e -> e.getValue().size() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        byValue.remove(usual);
        return byValue.entrySet().stream()
                .map(odd -> fault(set, aspect.name(), usual, odd))
                .toList();
    }

    private static Fault fault(FrameSet set, String name, String usual, Map.Entry<String, List<Integer>> odd) {
        String where = FrameRuns.named(set.noun(), odd.getValue());
        return new Fault(
                where,
                name + " " + usual,
                odd.getKey(),
                "The " + name + " of " + where + " is " + odd.getKey() + "; the other frames have " + usual
                        + ". These are not frames of one sequence: fetch them again or take the odd ones out.");
    }

    private static Stream<Fault> otherColours(FrameSet set) {
        DeclaredColour declared = set.colour().orElseThrow();
        List<Frame> odd = stating(set).stream()
                .filter(f -> !chromaticities(f).orElseThrow().matches(declared.chromaticities()))
                .toList();
        return grouped(odd, f -> Wording.colour(chromaticities(f).orElseThrow())).entrySet().stream()
                .map(e -> otherColour(FrameRuns.named(set.noun(), e.getValue()), declared.space(), e.getKey()));
    }

    private static Fault otherColour(String where, String space, String stated) {
        return new Fault(
                where,
                "the chromaticities of " + space,
                stated,
                "The headers of " + where + " state the chromaticities " + stated
                        + ", but the frames are declared to be " + space
                        + ". Find out which is right, and set colour.source in the show if it is the header.");
    }

    private static List<Frame> stating(FrameSet set) {
        return set.frames().stream().filter(f -> chromaticities(f).isPresent()).toList();
    }

    private static Optional<Chromaticities> chromaticities(Frame frame) {
        return frame.header().flatMap(ExrHeader::chromaticities);
    }

    private static Map<String, List<Integer>> grouped(List<Frame> frames, Function<Frame, String> by) {
        return frames.stream()
                .collect(Collectors.groupingBy(
                        by, LinkedHashMap::new, Collectors.mapping(Frame::number, Collectors.toList())));
    }

    private static Answer answer(Evidence evidence, List<Fault> faults) {
        long looked = files(evidence).stream().mapToLong(s -> headed(s).size()).sum();
        long all = files(evidence).stream().mapToLong(s -> s.frames().size()).sum();
        return looked == 0 ? Answer.notRun("no header was read") : new Answer.Ran(looked, all, "frames", faults);
    }

    /** Pictures of a movie have no headers. */
    private static List<FrameSet> files(Evidence evidence) {
        return evidence.sets().stream().filter(FrameSet::isOfFiles).toList();
    }

    private static List<Frame> headed(FrameSet set) {
        return set.frames().stream().filter(f -> f.header().isPresent()).toList();
    }

    private static ExrHeader header(Frame frame) {
        return frame.header().orElseThrow();
    }
}
