// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import com.platewright.qc.Finding;
import com.platewright.shot.Severity;
import java.util.List;

/** The findings, worst first. */
final class FindingsSection {
    private FindingsSection() {}

    static void write(Markup m, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        m.open("section", "aria-labelledby", "findings").line().leaf("h2", "Findings", "id", "findings");
        m.open("table", "class", "findings").line();
        m.open("thead").open("tr");
        for (String column : List.of("Severity", "Check", "Where", "Expected", "Found")) {
            m.leaf("th", column, "scope", "col");
        }
        m.close().close().line();
        for (int i = 0; i < findings.size(); i++) {
            finding(m, findings.get(i), "finding-" + (i + 1));
        }
        m.close().close().line();
    }

    /** Two rows: what a table can hold, then the sentences. */
    private static void finding(Markup m, Finding finding, String id) {
        boolean error = finding.severity() == Severity.ERROR;
        m.open("tbody", "id", id, "class", error ? "error" : "warn").open("tr");
        m.open("th", "scope", "rowgroup", "class", "severity");
        m.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 12 12", "aria-hidden", "true");
        m.empty("path", "d", error ? "M1 1h10v10h-10z" : "M6 1l5.5 10h-11z").close();
        m.text(error ? "Error" : "Warning").close();
        cell(m, "Check", finding.check(), "code");
        cell(m, "Where", finding.where(), "bdi");
        cell(m, "Expected", finding.expected(), "bdi");
        cell(m, "Found", finding.found(), "bdi");
        m.close().line().open("tr").open("td", "colspan", "5", "class", "message");
        m.leaf("bdi", finding.message()).close().close().close().line();
    }

    private static void cell(Markup m, String column, String value, String tag) {
        m.open("td", "data-column", column).leaf(tag, value).close();
    }
}
