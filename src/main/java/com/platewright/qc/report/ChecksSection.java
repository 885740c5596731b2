// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static com.platewright.qc.Wording.count;

import com.platewright.qc.Check;
import com.platewright.qc.QcReport;
import com.platewright.shot.Severity;
import java.util.List;

/** Which checks ran, and why others did not. */
final class ChecksSection {
    private ChecksSection() {}

    static void write(Markup m, QcReport report) {
        m.open("section", "aria-labelledby", "checks")
                .line()
                .leaf("h2", "Checks", "id", "checks")
                .line();
        if (!report.ran().isEmpty()) {
            ran(m, report);
        }
        notRun(m, report.notRun());
        m.close().line();
    }

    private static void ran(Markup m, QcReport report) {
        m.open("table", "class", "stack checks").line().open("thead").open("tr");
        for (String column : List.of("Check", "True where it passes", "Result", "Looked at")) {
            m.leaf("th", column, "scope", "col");
        }
        m.close().close().line().open("tbody").line();
        for (Check check : Check.values()) {
            report.ran().stream().filter(r -> r.check() == check).forEach(r -> ran(m, r));
        }
        m.close().close().line();
    }

    private static void ran(Markup m, QcReport.Ran ran) {
        String severity = ran.severity() == Severity.ERROR ? "error" : "warning";
        row(m, ran.check());
        m.leaf(
                "td",
                ran.passed() ? "passed" : count(ran.findings(), severity),
                "data-column",
                "Result",
                "class",
                ran.passed() ? "passed" : severity);
        String looked = count(ran.looked()) + (ran.looked() == ran.of() ? "" : " of " + count(ran.of()));
        m.leaf("td", looked + " " + unit(ran), "data-column", "Looked at", "class", "number")
                .close()
                .line();
    }

    private static void notRun(Markup m, List<QcReport.NotRun> notRun) {
        if (notRun.isEmpty()) {
            return;
        }
        m.leaf("h3", "Not run")
                .open("table", "class", "stack checks")
                .line()
                .open("thead")
                .open("tr");
        for (String column : List.of("Check", "True where it passes", "Not run because")) {
            m.leaf("th", column, "scope", "col");
        }
        m.close().close().line().open("tbody").line();
        for (QcReport.NotRun not : notRun) {
            row(m, not.check());
            m.leaf("td", not.reason(), "data-column", "Not run because").close().line();
        }
        m.close().close().line();
    }

    private static void row(Markup m, Check check) {
        m.open("tr").open("th", "scope", "row").leaf("code", check.id()).close();
        m.open("td", "data-column", "True where it passes").text(check.meaning());
        m.leaf("small", check.basis()).close();
    }

    private static String unit(QcReport.Ran ran) {
        boolean one = ran.of() == 1 && ran.unit().endsWith("s");
        return one ? ran.unit().substring(0, ran.unit().length() - 1) : ran.unit();
    }
}
