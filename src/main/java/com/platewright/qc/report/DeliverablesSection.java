// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static com.platewright.qc.Wording.count;
import static com.platewright.qc.Wording.percent;

import com.platewright.media.ColourTags;
import com.platewright.media.ExrHeader;
import com.platewright.media.MovieFacts;
import com.platewright.media.MovieFacts.Levels;
import com.platewright.qc.Wording;
import com.platewright.qc.evidence.DeclaredColour;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.MovieEvidence.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sequences and movies, as they read back from disk. */
final class DeliverablesSection {
    private static final String UNKNOWN = "not known";

    private DeliverablesSection() {}

    /** One row of the table. */
    private record Row(String name, String file, String picture, String frames, String start, List<String> colour) {}

    static void write(Markup m, Evidence evidence) {
        if (evidence.sets().isEmpty() && evidence.movies().isEmpty()) {
            return;
        }
        m.open("section", "aria-labelledby", "pictures")
                .line()
                .leaf("h2", "Pictures", "id", "pictures")
                .line();
        m.open("table", "class", "stack pictures").line().open("thead").open("tr");
        for (String column : List.of("File", "Format", "Frames", "Start", "Colour")) {
            m.leaf("th", column, "scope", "col");
        }
        m.close().close().line().open("tbody").line();
        evidence.sets().forEach(s -> row(m, row(s)));
        evidence.movies().forEach(v -> row(m, row(v)));
        m.close().close().line();
        leftOut(m, evidence);
        m.close().line();
    }

    private static void row(Markup m, Row row) {
        m.open("tr").open("th", "scope", "row").leaf("bdi", row.name());
        if (!row.name().equals(row.file())) {
            m.leaf("bdi", row.file(), "class", "file");
        }
        m.close();
        m.leaf("td", row.picture(), "data-column", "Format");
        m.leaf("td", row.frames(), "data-column", "Frames", "class", "number");
        m.leaf("td", row.start(), "data-column", "Start", "class", "number");
        m.open("td", "data-column", "Colour");
        row.colour().forEach(line -> m.leaf("span", line, "class", "line"));
        m.close().close().line();
    }

    private static Row row(FrameSet set) {
        Optional<ExrHeader> header =
                set.frames().stream().flatMap(f -> f.header().stream()).findFirst();
        String declared = set.colour().map(DeclaredColour::space).orElse("no space declared");
        return new Row(
                set.noun() + "s",
                set.name(),
                header.map(DeliverablesSection::format).orElse(UNKNOWN),
                count(set.frames().size())
                        + set.span().map(s -> " (" + Wording.frames(s) + ")").orElse(""),
                header.flatMap(ExrHeader::timeCode).map(Object::toString).orElse("none"),
                List.of(
                        declared,
                        "header: "
                                + header.flatMap(ExrHeader::chromaticities)
                                        .map(Wording::colour)
                                        .orElse("silent")));
    }

    private static String format(ExrHeader header) {
        String types = header.channels().stream()
                .map(c -> c.name() + " " + c.type().name().toLowerCase(Locale.ROOT))
                .reduce((a, b) -> a + ", " + b)
                .orElse("no channels");
        return "EXR " + header.compression() + ", " + types + ", " + header.size();
    }

    private static Row row(MovieEvidence movie) {
        String name = movie.origin() == Origin.PROVIDED ? "movie that came with the frames" : movie.name();
        Optional<MovieFacts> found = movie.found();
        return new Row(
                name,
                movie.file(),
                found.map(DeliverablesSection::format).orElse("not decoded"),
                found.map(f -> count(f.frames())).orElse(UNKNOWN),
                found.map(f -> f.start().map(Object::toString).orElse("none")).orElse(UNKNOWN),
                found.map(DeliverablesSection::colour).orElse(List.of()));
    }

    private static String format(MovieFacts f) {
        String codec = f.codec() + (f.profile().isEmpty() ? "" : " " + f.profile()) + " (" + f.codecTag() + ")";
        return codec + ", " + f.pixelFormat() + ", " + f.size() + ", " + f.rate() + " fps";
    }

    private static List<String> colour(MovieFacts f) {
        Levels l = f.levels();
        String levels = "luma " + l.lumaLowest() + "-" + l.lumaHighest() + ", chroma " + l.chromaLowest() + "-"
                + l.chromaHighest() + ", " + percent(l.outside()) + " outside";
        ColourTags container = f.containerTags();
        ColourTags stream = f.streamTags();
        return container.equals(stream)
                ? List.of("container and stream: " + container, levels)
                : List.of("container: " + container, "stream: " + stream, levels);
    }

    private static void leftOut(Markup m, Evidence evidence) {
        evidence.files().archive().filter(a -> !a.ignored().isEmpty()).ifPresent(a -> {
            List<String> some = a.ignored().stream().limit(12).toList();
            int more = a.ignored().size() - some.size();
            m.leaf(
                    "p",
                    "Not frames, and left in " + a.file() + ": " + String.join(", ", some)
                            + (more > 0 ? " and " + more + " more." : "."),
                    "class",
                    "note");
        });
    }
}
