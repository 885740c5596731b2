// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.qc;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.media.ColourTags;
import com.platewright.media.ExrHeader;
import com.platewright.media.MovieFacts;
import com.platewright.media.SoundFacts;
import com.platewright.qc.Check;
import com.platewright.qc.Finding;
import com.platewright.qc.QcReport;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FrameSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report as lines: what was measured, what every check that ran says, the verdict. */
public final class QcWords {
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    private final QcReport report;
    private final List<String> lines = new ArrayList<>();

    private QcWords(QcReport report) {
        this.report = report;
    }

    public static List<String> of(QcReport report) {
        QcWords words = new QcWords(report);
        words.figures(report.evidence());
        words.checks();
        words.verdict();
        return words.lines;
    }

    private void figures(Evidence evidence) {
        evidence.sets().forEach(this::frames);
        evidence.movies().forEach(m -> m.found().ifPresent(found -> movie(m.file(), found)));
        evidence.sounds().forEach(s -> s.found().ifPresent(found -> say("%s: %s", s.file(), sound(found))));
    }

    private void frames(FrameSet set) {
        say(
                "%s: %s%s",
                set.name(),
                count(set.frames().size(), "frame"),
                set.span().map(span -> " " + span).orElse("")
                        + set.frames().stream()
                                .flatMap(f -> f.header().stream())
                                .findFirst()
                                .map(QcWords::header)
                                .orElse(""));
        List<FrameMeasure> measures = set.measures();
        for (int c = 0; c < COLOURS.size() && !measures.isEmpty(); c++) {
            int channel = c;
            channel(
                    COLOURS.get(c),
                    measures.stream().map(m -> m.channels().get(channel)).toList());
        }
    }

    private static String header(ExrHeader header) {
        String types = header.channels().stream()
                .map(c -> c.type().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining("/"));
        return ", " + header.size() + ", " + types + " "
                + header.channels().stream().map(ExrHeader.Channel::name).collect(Collectors.joining(" ")) + ", "
                + header.compression().name().toLowerCase(Locale.ROOT)
                + header.framesPerSecond().map(r -> ", " + r + " fps").orElse("")
                + header.timeCode().map(t -> ", from " + t).orElse("")
                + (header.chromaticities().isPresent() ? ", chromaticities stated" : ", no chromaticities");
    }

    private void channel(String name, List<ChannelMeasure> all) {
        double samples = all.stream().mapToLong(ChannelMeasure::samples).sum();
        say(
                "  %-6s lowest %s  peak %s  mean %s  above 1.0 %s  negative %s",
                name,
                number(all.stream().mapToDouble(ChannelMeasure::lowest).min().orElse(0)),
                number(all.stream().mapToDouble(ChannelMeasure::peak).max().orElse(0)),
                number(all.stream().mapToDouble(ChannelMeasure::mean).average().orElse(0)),
                share(all.stream().mapToLong(ChannelMeasure::aboveOne).sum() / samples),
                share(all.stream().mapToLong(ChannelMeasure::negative).sum() / samples));
    }

    private void movie(String file, MovieFacts facts) {
        say(
                "%s: %s, %s, %s fps, %s%s %s, %s",
                file,
                count(facts.frames(), "frame"),
                facts.size(),
                facts.rate(),
                facts.codec(),
                facts.profile().isEmpty() ? "" : " " + facts.profile(),
                facts.pixelFormat(),
                facts.start().map(t -> "from " + t).orElse("no time code"));
        say("  tags   container %s  stream %s", tags(facts.containerTags()), tags(facts.streamTags()));
        MovieFacts.Levels levels = facts.levels();
        say(
                "  levels %d bit, luma %d to %d, chroma %d to %d, outside the legal range %s",
                levels.bits(),
                levels.lumaLowest(),
                levels.lumaHighest(),
                levels.chromaLowest(),
                levels.chromaHighest(),
                share(levels.outside()));
        facts.sound().forEach(s -> say("  sound  %s", sound(s)));
    }

    private static String tags(ColourTags tags) {
        return String.join("/", tags.primaries(), tags.transfer(), tags.matrix(), tags.range());
    }

    private static String sound(SoundFacts facts) {
        return String.format(
                Locale.ROOT,
                "%s, %d Hz, %s, %s%d samples (%.3f s), peak %s, language %s",
                facts.codec(),
                facts.sampleRate(),
                count(facts.channels(), "channel"),
                facts.bits() == 0 ? "" : facts.bits() + " bit, ",
                facts.samples(),
                (double) facts.samples() / facts.sampleRate(),
                number(facts.peak()),
                facts.language());
    }

    private void checks() {
        for (QcReport.Ran ran : report.ran()) {
            String word = ran.passed() ? "passed" : ran.severity().name().toLowerCase(Locale.ROOT);
            String looked = ran.looked() + (ran.looked() == ran.of() ? "" : " of " + ran.of()) + " "
                    + (ran.of() == 1 ? ran.unit().replaceFirst("s$", "") : ran.unit());
            say("%-16s %-7s %s", ran.check().id(), word, looked);
            report.findings().stream()
                    .filter(f -> f.check().equals(ran.check().id()))
                    .map(Finding::message)
                    .forEach(m -> say("  %s", m));
        }
    }

    private void verdict() {
        Optional<String> why = report.ran().isEmpty() ? Optional.of("nothing could be examined") : Optional.empty();
        say(
                "%s: %s",
                report.status() == QcReport.Status.PASSED ? "passed" : "rejected",
                why.orElse(count(report.errors(), "error") + ", " + count(report.warnings(), "warning") + "; "
                        + report.ran().size() + " of " + Check.values().length + " checks had something to look at"));
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private static String share(double of1) {
        return String.format(Locale.ROOT, "%.3f %%", of1 * 100);
    }

    private void say(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}
