// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.plan;

import com.platewright.ledger.Caps;
import com.platewright.ledger.Ledger;
import com.platewright.ledger.Span;
import com.platewright.ledger.Spent;
import com.platewright.money.Money;
import com.platewright.pipeline.Funds;
import com.platewright.plan.Estimate;
import com.platewright.plan.ShotPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The price of a plan and what is left to pay it, as lines for a person. */
final class MoneyWords {
    private MoneyWords() {}

    /** The estimate, then what it is made of. */
    static List<String> price(ShotPlan plan) {
        if (plan.generated().isEmpty()) {
            return List.of("nothing: an import is not bought");
        }
        Estimate estimate = plan.generated().get().estimate();
        if (estimate instanceof Estimate.Known known) {
            List<String> lines = new ArrayList<>();
            lines.add("about " + known.price() + ", by the "
                    + known.standing().name().toLowerCase(Locale.ROOT) + " prices of " + known.asOf());
            lines.addAll(known.lines());
            return lines;
        }
        return List.of("not known: " + ((Estimate.Unknown) estimate).reason());
    }

    /** Every cap and what is left of it, then why a run would be refused; nothing where nothing is limited. */
    static List<String> budget(Forecast forecast) {
        if (forecast.funds().isEmpty()) {
            return List.of();
        }
        Funds funds = forecast.funds().get();
        List<String> lines = new ArrayList<>();
        for (Span span : Span.values()) {
            BigDecimal limit = funds.caps().limits().get(span);
            if (limit != null) {
                lines.add(cap(span, limit, Optional.ofNullable(funds.spent().get(span))));
            }
        }
        approval(funds.caps()).ifPresent(lines::add);
        lines.addAll(funds.breaches());
        return lines;
    }

    private static String cap(Span span, BigDecimal limit, Optional<Spent> spent) {
        if (span == Span.REQUEST || spent.isEmpty()) {
            return span.key() + " " + usd(limit);
        }
        BigDecimal total = spent.get().total();
        return span.key() + " " + usd(limit) + ": " + usd(total) + " spent or may be"
                + (spent.get().unconfirmed() == 0 ? "" : " (" + usd(spent.get().mayCost()) + " unconfirmed)")
                + ", " + usd(limit.subtract(total).max(BigDecimal.ZERO)) + " left";
    }

    private static Optional<String> approval(Caps caps) {
        return caps.approveAbove().map(above -> "above " + usd(above) + " a request needs --approve AMOUNT");
    }

    private static String usd(BigDecimal amount) {
        return new Money(amount, Ledger.CURRENCY).toString();
    }
}
