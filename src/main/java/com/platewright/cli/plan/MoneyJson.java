// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.ledger.Span;
import com.platewright.ledger.Spent;
import com.platewright.pipeline.Funds;
import com.platewright.plan.Estimate;
import com.platewright.plan.Source;
import java.math.BigDecimal;
import java.util.Locale;

/** The price of a plan and what is left to pay it, for machines. */
final class MoneyJson {
    private MoneyJson() {}

    static void put(Forecast forecast, ObjectNode root) {
        root.putNull("price");
        root.putNull("no_price");
        root.putNull("budget");
        forecast.plan().generated().map(Source.Generated::estimate).ifPresent(e -> estimate(e, root));
        forecast.funds().ifPresent(f -> budget(f, root.putObject("budget")));
    }

    private static void estimate(Estimate estimate, ObjectNode root) {
        if (estimate instanceof Estimate.Known known) {
            ObjectNode price = root.putObject("price")
                    .put("amount", known.price().amount())
                    .put("currency", known.price().currency())
                    .put("reason", String.join(", ", known.lines()))
                    .put("as_of", known.asOf().toString())
                    .put("standing", known.standing().name().toLowerCase(Locale.ROOT));
            ArrayNode lines = price.putArray("lines");
            known.lines().forEach(lines::add);
        } else {
            root.put("no_price", ((Estimate.Unknown) estimate).reason());
        }
    }

    private static void budget(Funds funds, ObjectNode node) {
        ArrayNode caps = node.putArray("caps");
        for (Span span : Span.values()) {
            BigDecimal limit = funds.caps().limits().get(span);
            Spent spent = funds.spent().get(span);
            if (limit != null && spent != null) {
                caps.addObject()
                        .put("key", span.key())
                        .put("limit", limit)
                        .put("spent", spent.total())
                        .put("unconfirmed", spent.mayCost())
                        .put("left", limit.subtract(spent.total()).max(BigDecimal.ZERO));
            }
        }
        node.put("approval_above", funds.caps().approveAbove().orElse(null));
        ArrayNode breaches = node.putArray("breaches");
        funds.breaches().forEach(breaches::add);
    }
}
