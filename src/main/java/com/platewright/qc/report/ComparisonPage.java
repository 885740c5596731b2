// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** {@code compare.html}: clips of one request under each other, with what was measured and paid. No script, no network. */
public final class ComparisonPage {
    private ComparisonPage() {}

    /** The page in UTF-8; the pictures lie beside it. Of {@code drafts}, it says what picking one means. */
    public static byte[] write(String title, boolean drafts, List<Contender> contenders) {
        Markup m = new Markup();
        m.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").line();
        m.open("head").line().empty("meta", "charset", "utf-8").line();
        m.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        m.empty("meta", "name", "color-scheme", "content", "light dark").line();
        m.leaf("title", "Takes of " + title).line().style(QcPage.css()).close().line();
        m.open("body").line().open("main").line();
        m.open("header", "class", "passed").leaf("h1", title).line();
        m.open("p", "class", "tally").leaf("code", "platewright pick REQUEST NAME" + (drafts ? " --draft" : ""));
        m.text(
                drafts
                        ? " chooses the draft after which the clip is bought in full."
                        : " chooses the clip that the next run delivers.");
        m.close().line();
        m.close().line();
        contenders.forEach(c -> section(m, c));
        m.close().close().close();
        return ("<!DOCTYPE html>\n" + m + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void section(Markup m, Contender c) {
        m.open("section").leaf("h2", c.name() + (c.picked() ? " (picked)" : "")).line();
        m.empty("img", "src", c.picture(), "alt", "Frames of " + c.name(), "style", "max-width:100%")
                .line();
        m.open("table").line();
        row(m, "frames", c.measures().size() + " of " + c.size());
        row(m, "highest sample", number("%.3f", c.peak()));
        row(m, "above 1.0", number("%.3f %%", 100 * c.aboveOne()));
        row(m, "below 0", number("%.3f %%", 100 * c.negative()));
        row(m, "not finite", Long.toString(c.broken()));
        row(m, "repeated frames", Long.toString(c.repeated()));
        row(m, "charged", c.price());
        row(m, "task", c.task());
        m.close().close().line();
    }

    private static void row(Markup m, String name, String value) {
        m.open("tr").leaf("th", name, "scope", "row").leaf("td", value).close().line();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
