// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static com.platewright.qc.Wording.count;
import static com.platewright.qc.Wording.number;
import static com.platewright.qc.Wording.percent;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.qc.QcReport;
import com.platewright.qc.Wording;
import com.platewright.qc.evidence.DeclaredColour;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FrameSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What was measured of every frame: charts, and the same in figures. */
final class FramesSection {
    private FramesSection() {}

    static void write(Markup m, QcReport report) {
        Evidence evidence = report.evidence();
        Optional<FrameSet> plates = evidence.plates().filter(p -> !p.measures().isEmpty());
        Optional<FrameSet> source = evidence.source().filter(p -> !p.measures().isEmpty());
        Optional<FrameSet> first = plates.or(() -> source);
        if (first.isEmpty()) {
            return;
        }
        m.open("section", "aria-labelledby", "frames")
                .line()
                .leaf("h2", "Frames", "id", "frames")
                .line();
        sequence(m, first.get(), report);
        if (plates.isPresent() && source.isPresent()) {
            m.open("details")
                    .leaf(
                            "summary",
                            source.get().isOfFiles()
                                    ? "The same of the source frames, before conversion"
                                    : "The same of the movie's frames, as code values of a display")
                    .line();
            sequence(m, source.get(), report);
            m.close().line();
        }
        m.close().line();
    }

    private static void sequence(Markup m, FrameSet set, QcReport report) {
        List<FrameMeasure> measures = set.measures();
        m.open("div", "class", "sequence").line();
        m.leaf("h3", title(set)).line();
        if (measures.size() == 1) {
            figures(m, measures);
        } else {
            legend(m, measures);
            new FrameCharts(set, report.limits()).write(m);
            figures(m, set.noun(), measures);
        }
        m.close().line();
    }

    private static String title(FrameSet set) {
        String noun = set.noun().substring(0, 1).toUpperCase(Locale.ROOT)
                + set.noun().substring(1)
                + (set.frames().size() == 1 ? "" : "s");
        int unread = set.frames().size() - set.measures().size();
        return noun + " " + set.span().map(Wording::frames).orElse("")
                + set.colour().map(DeclaredColour::space).map(c -> ", " + c).orElse("")
                + (unread == 0 ? "" : ", " + count(unread) + " of them without figures");
    }

    private static void legend(Markup m, List<FrameMeasure> measures) {
        m.open("p", "class", "legend");
        for (String channel : List.of("red", "green", "blue")) {
            m.open("span");
            m.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 32 8", "aria-hidden", "true");
            m.empty("path", "class", "curve " + channel, "d", "M0 4h32")
                    .close()
                    .text(channel)
                    .close()
                    .text(" ");
        }
        boolean broken =
                measures.stream().flatMap(f -> f.channels().stream()).anyMatch(c -> c.nan() + c.infinite() > 0);
        if (broken) {
            m.open("span", "class", "small")
                    .open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 10 9", "aria-hidden", "true");
            m.empty("path", "class", "flag", "d", "M1 0h8l-4 8z")
                    .close()
                    .text("NaN or infinite samples")
                    .close();
        }
        m.close().line();
    }

    private static void figures(Markup m, String noun, List<FrameMeasure> measures) {
        if (measures.size() > FrameCharts.POINTS) {
            String sentence =
                    "Every point shows the highest of a few frames; the figures of each frame stand in qc.json.";
            m.leaf("p", sentence, "class", "note").line();
            return;
        }
        m.open("details").leaf("summary", "Figures of every " + noun).line();
        figures(m, measures);
        m.close().line();
    }

    private static void figures(Markup m, List<FrameMeasure> measures) {
        m.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", "Figures by frame")
                .open("table", "class", "figures")
                .line()
                .open("thead")
                .open("tr");
        m.leaf("th", "Frame", "rowspan", "2", "scope", "col");
        for (String group : List.of("Peak", "Lowest", "Above 1.0", "Negative")) {
            m.leaf("th", group, "colspan", "3", "scope", "colgroup");
        }
        m.close().open("tr");
        for (int i = 0; i < 12; i++) {
            m.leaf("th", List.of("R", "G", "B").get(i % 3), "scope", "col");
        }
        m.close().close().line().open("tbody").line();
        measures.forEach(f -> row(m, f));
        m.close().close().close().line();
    }

    private static void row(Markup m, FrameMeasure frame) {
        m.open("tr").leaf("th", "" + frame.frame(), "scope", "row");
        cells(m, frame, c -> number(c.peak()));
        cells(m, frame, c -> number(c.lowest()));
        cells(m, frame, c -> percent(c.shareAboveOne()));
        cells(m, frame, c -> percent(c.shareNegative()));
        m.close().line();
    }

    private static void cells(Markup m, FrameMeasure frame, Function<ChannelMeasure, String> of) {
        frame.channels().forEach(c -> m.leaf("td", of.apply(c)));
    }
}
