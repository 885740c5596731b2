// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import com.platewright.media.ExrHeader;
import com.platewright.money.Money;
import com.platewright.qc.Wording;
import com.platewright.qc.evidence.DeclaredColour;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.report.ReportHead.Generation;
import com.platewright.qc.report.ReportHead.Price;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What the report is about: a few facts, the prompt, the contact sheet. */
final class HeadSection {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HeadSection() {}

    static void write(Markup m, ReportHead head, Evidence evidence, Optional<ContactSheet> sheet) {
        m.open("section", "class", "about", "aria-label", "About this clip")
                .line()
                .open("dl")
                .line();
        pictures(evidence).ifPresent(frames -> fact(m, "Picture", frames));
        evidence.source().flatMap(FrameSet::display).ifPresent(d -> d.notes().forEach(n -> fact(m, "Source", n)));
        fact(m, "Examined", DATE.format(head.made()));
        head.generation().ifPresent(g -> {
            fact(m, "Provider", g.provider() + ", " + g.model());
            fact(m, "Price", price(g.price()));
            fact(m, "Task", g.taskUuid());
        });
        m.close().line();
        head.generation().map(Generation::prompt).filter(p -> !p.isBlank()).ifPresent(prompt -> m.open(
                        "blockquote", "dir", "auto", "aria-label", "Prompt")
                .leaf("p", prompt)
                .close()
                .line());
        sheet.ifPresent(s -> m.open("figure", "class", "sheet")
                .empty("img", "src", s.source(), "alt", "Contact sheet of " + head.subject())
                .close()
                .line());
        m.close().line();
    }

    private static void fact(Markup m, String name, String value) {
        m.open("div")
                .leaf("dt", name)
                .open("dd")
                .leaf("bdi", value)
                .close()
                .close()
                .line();
    }

    /** {@code 1001-1121, 121 frames, 1280x720, 24 fps, ACEScg}. */
    private static Optional<String> pictures(Evidence evidence) {
        Optional<FrameSet> set = evidence.plates().or(evidence::source);
        return set.filter(s -> !s.frames().isEmpty()).map(s -> {
            Optional<String> size = s.frames().stream()
                    .flatMap(f -> f.header().stream())
                    .map(ExrHeader::size)
                    .map(Object::toString)
                    .findFirst();
            return Wording.frames(s.span().orElseThrow()) + " ("
                    + Wording.count(s.frames().size(), "frame") + ")"
                    + size.map(x -> ", " + x).orElse("")
                    + evidence.expected().rate().map(r -> ", " + r + " fps").orElse("")
                    + s.colour().map(DeclaredColour::space).map(c -> ", " + c).orElse("");
        });
    }

    private static String price(Price price) {
        return price.charged().map(a -> amount(a, price) + " charged").orElse("charge not known") + ", "
                + price.estimated().map(a -> amount(a, price) + " estimated").orElse("no estimate");
    }

    private static String amount(BigDecimal amount, Price price) {
        return new Money(amount, price.currency()).toString();
    }
}
