// SPDX-License-Identifier: Apache-2.0
package com.platewright.survey;

import com.platewright.archive.ArchiveLimits;
import com.platewright.qc.Check;
import com.platewright.qc.Limits;
import com.platewright.shot.Severity;
import com.platewright.show.ShowConfig;
import java.util.Map;

/** By what files are judged. */
public record SurveyRules(ArchiveLimits archive, Map<Check, Severity> severities, Limits limits) {
    public SurveyRules {
        severities = Map.copyOf(severities);
    }

    /** As a show has them. */
    public static SurveyRules of(ShowConfig show) {
        ShowConfig.Archive archive = show.archive();
        ShowConfig.Limits limits = show.limits();
        return new SurveyRules(
                new ArchiveLimits(archive.entries(), archive.entryBytes(), archive.totalBytes()),
                Check.severities(show.checks()),
                new Limits(limits.negativeShare(), limits.negativeLowest(), limits.outsideShare()));
    }
}
