// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static com.platewright.qc.Wording.count;

import com.platewright.qc.Check;
import com.platewright.qc.Finding;
import com.platewright.qc.QcReport;
import com.platewright.qc.QcReport.Status;
import com.platewright.shot.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code qc.html}: one file for a supervisor, the verdict first. It is HTML5 that parses as XML, holds no script, and asks
 * the network for nothing.
 */
public final class QcPage {
    /** Errors that the head of the page names. */
    private static final int REASONS = 5;

    private QcPage() {}

    /** The page in UTF-8. */
    public static byte[] write(ReportHead head, QcReport report, Optional<ContactSheet> sheet) {
        Markup m = new Markup();
        m.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").line();
        m.open("head").line().empty("meta", "charset", "utf-8").line();
        m.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        m.empty("meta", "name", "color-scheme", "content", "light dark").line();
        m.leaf("title", verdict(report) + ": " + name(head))
                .line()
                .style(css())
                .close()
                .line();
        m.open("body").line().open("main").line();
        top(m, head, report);
        HeadSection.write(m, head, report.evidence(), sheet);
        FindingsSection.write(m, report.findings());
        FramesSection.write(m, report);
        DeliverablesSection.write(m, report.evidence());
        SoundSection.write(m, report.evidence());
        ChecksSection.write(m, report);
        foot(m, head);
        m.close().close().close();
        return ("<!DOCTYPE html>\n" + m + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void top(Markup m, ReportHead head, QcReport report) {
        boolean passed = report.status() == Status.PASSED;
        m.open("header", "class", passed ? "passed" : "rejected").line();
        m.open("p", "class", "verdict");
        m.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 24 24", "aria-hidden", "true");
        m.empty("path", "d", passed ? "M4 13l5.5 5.5L20.5 6.5" : "M5.5 5.5l13 13M18.5 5.5l-13 13")
                .close();
        m.leaf("span", verdict(report)).close().line();
        m.open("h1").leaf("bdi", head.subject());
        head.version().ifPresent(v -> m.text(" ").leaf("bdi", v, "class", "version"));
        m.close().line().leaf("p", tally(head, report), "class", "tally").line();
        why(m, report.findings());
        m.close().line();
    }

    /** The errors in a line each, so that the first screen says why. */
    private static void why(Markup m, List<Finding> findings) {
        List<Finding> errors =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (errors.isEmpty()) {
            return;
        }
        m.open("ul", "class", "why").line();
        for (int i = 0; i < Math.min(errors.size(), REASONS); i++) {
            Finding error = errors.get(i);
            m.open("li").open("a", "href", "#finding-" + (i + 1)).leaf("code", error.check());
            m.close()
                    .text(" ")
                    .leaf("bdi", error.where() + ": " + error.found())
                    .close()
                    .line();
        }
        if (errors.size() > REASONS) {
            m.open("li")
                    .leaf("a", "and " + (errors.size() - REASONS) + " more", "href", "#findings")
                    .close()
                    .line();
        }
        m.close().line();
    }

    private static String tally(ReportHead head, QcReport report) {
        if (report.ran().isEmpty()) {
            return "Nothing was examined: no check could run.";
        }
        String found = Stream.of(some(report.errors(), "error"), some(report.warnings(), "warning"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        String ran = " " + report.ran().size() + " of " + Check.values().length + " checks ran.";
        boolean held = report.status() == Status.REJECTED && head.version().isPresent();
        return (found.isEmpty() ? "No findings" : found) + "." + ran + (held ? " Nothing is published." : "");
    }

    private static Optional<String> some(int number, String noun) {
        return number == 0 ? Optional.empty() : Optional.of(count(number, noun));
    }

    private static void foot(Markup m, ReportHead head) {
        if (head.tools().isEmpty()) {
            return;
        }
        m.open("footer").leaf("h2", "Measured with").open("ul").line();
        head.tools()
                .forEach((tool, version) -> m.leaf("li", tool + " " + version).line());
        m.close().close().line();
    }

    private static String verdict(QcReport report) {
        return report.status() == Status.PASSED ? "Passed" : "Rejected";
    }

    private static String name(ReportHead head) {
        return head.subject() + head.version().map(v -> " " + v).orElse("");
    }

    static String css() {
        try (InputStream css = QcPage.class.getResourceAsStream("page.css")) {
            return new String(Objects.requireNonNull(css, "page.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
