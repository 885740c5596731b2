// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.Evidence;
import com.platewright.shot.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Asks every check, in order. The same evidence, in whatever order it was collected, gives the same report. */
public final class Judge {
    /** One check tells of this many things one by one; the rest become one finding that counts them. */
    static final int LONGEST = 20;

    private Judge() {}

    /**
     * Judges.
     *
     * @param severities as the show sets them; a check that is not in the map has its default
     */
    public static QcReport judge(Evidence evidence, Map<Check, Severity> severities, Limits limits) {
        List<Finding> findings = new ArrayList<>();
        List<QcReport.Ran> ran = new ArrayList<>();
        List<QcReport.NotRun> notRun = new ArrayList<>();
        for (Check check : Check.values()) {
            Severity severity = severities.getOrDefault(check, check.byDefault());
            Answer answer =
                    severity == Severity.OFF ? Answer.notRun("switched off by the show") : ask(check, evidence, limits);
            if (answer instanceof Answer.Ran done) {
                capped(done.faults()).forEach(f -> findings.add(finding(check, severity, f)));
                int faults = done.faults().size();
                ran.add(new QcReport.Ran(check, severity, done.looked(), done.of(), done.unit(), faults));
            } else if (answer instanceof Answer.NotRun not) {
                notRun.add(new QcReport.NotRun(check, not.reason()));
            }
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return new QcReport(findings, ran, notRun, limits, evidence);
    }

    private static Finding finding(Check check, Severity severity, Fault f) {
        return new Finding(check.id(), severity, f.where(), f.expected(), f.found(), f.message());
    }

    private static Answer ask(Check check, Evidence evidence, Limits limits) {
        return switch (check) {
            case COUNT_EXPECTED -> CountChecks.expected(evidence);
            case COUNT_MOVIE -> CountChecks.agree(evidence);
            case CLIP_SIZE -> CountChecks.clipSize(evidence);
            case SEQUENCE_GAPS -> SequenceChecks.gaps(evidence);
            case HEADER_UNIFORM -> HeaderChecks.uniform(evidence);
            case HEADER_COLOUR -> HeaderChecks.colour(evidence);
            case PIXELS_NAN -> SampleChecks.nan(evidence);
            case PIXELS_INFINITE -> SampleChecks.infinite(evidence);
            case PIXELS_CEILING -> SampleChecks.ceiling(evidence);
            case PIXELS_NEGATIVE -> SampleChecks.negative(evidence, limits);
            case PIXELS_HEADROOM -> PictureChecks.headroom(evidence);
            case PIXELS_BLACK -> PictureChecks.black(evidence);
            case FRAMES_REPEATED -> PictureChecks.repeated(evidence);
            case FILE_DECODES -> FileChecks.decodes(evidence);
            case PLATE_HEADER -> PlateChecks.header(evidence);
            case PLATE_PIXELS -> PlateChecks.pixels(evidence);
            case MOVIE_FORMAT -> MovieChecks.format(evidence);
            case MOVIE_TAGS -> TagChecks.tags(evidence);
            case MOVIE_TIMECODE -> MovieChecks.timecode(evidence);
            case MOVIE_RANGE -> MovieChecks.range(evidence, limits);
            case SOUND_LENGTH -> SoundChecks.length(evidence);
            case SOUND_FORMAT -> SoundChecks.format(evidence);
        };
    }

    private static List<Fault> capped(List<Fault> faults) {
        if (faults.size() <= LONGEST) {
            return faults;
        }
        List<Fault> kept = new ArrayList<>(faults.subList(0, LONGEST - 1));
        List<Fault> rest = faults.subList(LONGEST - 1, faults.size());
        String where = rest.get(0).where() + " to " + rest.get(rest.size() - 1).where();
        kept.add(new Fault(
                where,
                rest.get(0).expected(),
                rest.size() + " more",
                rest.size() + " more of the same kind follow, from "
                        + rest.get(0).where() + " on."));
        return kept;
    }
}
