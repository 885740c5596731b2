// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static com.platewright.qc.Wording.count;
import static com.platewright.qc.Wording.number;

import com.platewright.media.MovieFacts;
import com.platewright.media.SoundFacts;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.qc.evidence.SoundEvidence.Conform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every sound track, and what was done to make it fit. */
final class SoundSection {
    private SoundSection() {}

    /** One row of the table. */
    private record Row(String name, String file, Optional<SoundFacts> found, String done) {}

    static void write(Markup m, Evidence evidence) {
        List<Row> rows = rows(evidence);
        if (rows.isEmpty()) {
            return;
        }
        m.open("section", "aria-labelledby", "sound")
                .line()
                .leaf("h2", "Sound", "id", "sound")
                .line();
        m.open("table", "class", "stack").line().open("thead").open("tr");
        for (String column : List.of("Track", "Format", "Length", "Peak", "Done to fit")) {
            m.leaf("th", column, "scope", "col");
        }
        m.close().close().line().open("tbody").line();
        rows.forEach(r -> row(m, r));
        m.close().close().close().line();
    }

    private static List<Row> rows(Evidence evidence) {
        List<Row> rows = new ArrayList<>();
        for (SoundEvidence sound : evidence.sounds()) {
            String name = sound.name() + (sound.conform().isPresent() ? ", as supplied" : "");
            rows.add(new Row(
                    name,
                    sound.file(),
                    sound.found(),
                    sound.conform().map(SoundSection::done).orElse("")));
        }
        for (MovieEvidence movie : evidence.movies()) {
            List<SoundFacts> tracks = movie.found().map(MovieFacts::sound).orElse(List.of());
            for (int i = 0; i < tracks.size(); i++) {
                rows.add(new Row(movie.name() + ", track " + (i + 1), movie.file(), Optional.of(tracks.get(i)), ""));
            }
        }
        return rows;
    }

    private static void row(Markup m, Row row) {
        m.open("tr").open("th", "scope", "row").leaf("bdi", row.name());
        if (!row.name().equals(row.file())) {
            m.leaf("bdi", row.file(), "class", "file");
        }
        m.close();
        m.leaf("td", row.found().map(SoundSection::format).orElse("not decoded"), "data-column", "Format");
        m.leaf(
                "td",
                row.found().map(SoundSection::length).orElse("not known"),
                "data-column",
                "Length",
                "class",
                "number");
        m.leaf("td", row.found().map(SoundSection::peak).orElse("not known"), "data-column", "Peak", "class", "number");
        m.leaf("td", row.done(), "data-column", "Done to fit").close().line();
    }

    private static String format(SoundFacts f) {
        String bits = f.bits() == 0 ? "" : ", " + f.bits() + " bit";
        return f.codec() + ", " + f.sampleRate() + " Hz" + bits + ", " + count(f.channels(), "channel") + ", "
                + f.language();
    }

    private static String length(SoundFacts f) {
        return count(f.samples(), "sample") + " (" + number((double) f.samples() / f.sampleRate()) + " s)";
    }

    private static String peak(SoundFacts f) {
        return f.peak() <= 0 ? "silent" : String.format(Locale.ROOT, "%.1f dBFS", 20 * Math.log10(f.peak()));
    }

    private static String done(Conform c) {
        List<String> done = new ArrayList<>();
        c.resampledFrom().ifPresent(rate -> done.add("resampled from " + rate + " Hz"));
        if (c.offset() > 0) {
            done.add(samples(c, c.offset()) + " of silence before it");
        }
        if (c.offset() < 0) {
            done.add(samples(c, -c.offset()) + " cut off its start");
        }
        if (c.padded() > 0) {
            done.add(samples(c, c.padded()) + " of silence after it");
        }
        if (c.trimmed() > 0) {
            done.add(samples(c, c.trimmed()) + " cut off its end");
        }
        return done.isEmpty() ? "nothing" : String.join(", ", done);
    }

    private static String samples(Conform c, long samples) {
        return count(samples, "sample") + " (" + number((double) samples / c.sampleRate()) + " s)";
    }
}
