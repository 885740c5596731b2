// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.qc.evidence.Evidence;
import com.platewright.shot.Severity;
import java.util.List;

/**
 * The verdict on a clip and what it rests on.
 *
 * @param findings errors first, then in the order of {@link Check}
 * @param ran checks that had something to look at
 * @param notRun checks that had not, or that the show has switched off
 * @param evidence the figures: everything that was judged
 */
public record QcReport(List<Finding> findings, List<Ran> ran, List<NotRun> notRun, Limits limits, Evidence evidence) {
    public QcReport {
        findings = List.copyOf(findings);
        ran = List.copyOf(ran);
        notRun = List.copyOf(notRun);
    }

    /** Whether a version may be published. */
    public enum Status {
        PASSED,
        REJECTED
    }

    /**
     * A check that had something to look at.
     *
     * @param looked how many things it looked at, fewer than {@code of} where some could not be read
     * @param unit such as {@code frames}
     * @param findings how many there were; the report's list may count the last of very many in one
     */
    public record Ran(Check check, Severity severity, long looked, long of, String unit, int findings) {
        public boolean passed() {
            return findings == 0;
        }
    }

    /**
     * A check that had nothing to look at, or was not to look.
     *
     * @param reason a clause without a full stop
     */
    public record NotRun(Check check, String reason) {}

    /** Passed: at least one check ran and none found an error. Evidence of nothing passes nothing. */
    public Status status() {
        return errors() == 0 && !ran.isEmpty() ? Status.PASSED : Status.REJECTED;
    }

    public int errors() {
        return count(Severity.ERROR);
    }

    public int warnings() {
        return count(Severity.WARN);
    }

    private int count(Severity severity) {
        return (int) findings.stream().filter(f -> f.severity() == severity).count();
    }
}
