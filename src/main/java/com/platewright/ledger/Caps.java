// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import com.platewright.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much a show lets its people spend, in {@value Ledger#CURRENCY}.
 *
 * @param limits by what they are for; a span without one has no cap
 * @param approveAbove an estimate above this needs a person's word
 * @param refuseUnpriced whether a request without an estimate is refused where a limit or an approval stands
 * @param zone of the show's days
 */
public record Caps(
        Map<Span, BigDecimal> limits, Optional<BigDecimal> approveAbove, boolean refuseUnpriced, ZoneId zone) {
    private static final String NOTHING_SENT = " Nothing was sent. ";

    public Caps {
        limits = Map.copyOf(limits);
    }

    /** What each capped span holds before an order; that order itself and play money beside money do not count. */
    public Map<Span, Spent> spent(Order order, Collection<Entry> entries, Instant now) {
        Map<Span, Spent> spent = new EnumMap<>(Span.class);
        for (Span span : Span.values()) {
            if (limits.containsKey(span)) {
                spent.put(
                        span,
                        Spent.of(entries.stream()
                                .filter(e -> span.holds(e, order, now, zone))
                                .toList()));
            }
        }
        return spent;
    }

    /** Why an order must not be sent, a sentence for each reason; none if it may. */
    public List<String> breaches(Order order, Map<Span, Spent> spent) {
        List<String> breaches = new ArrayList<>();
        if (order.estimate().isEmpty()) {
            unpriced(order).ifPresent(breaches::add);
            return breaches;
        }
        BigDecimal adds = order.estimate().get();
        for (Span span : Span.values()) {
            BigDecimal limit = limits.get(span);
            Spent before = spent.get(span);
            if (limit != null && before != null && before.total().add(adds).compareTo(limit) > 0) {
                breaches.add(sentence(span, limit, before, adds));
            }
        }
        approveAbove
                .filter(above -> adds.compareTo(above) > 0)
                .filter(above ->
                        order.approved().filter(a -> a.compareTo(adds) >= 0).isEmpty())
                .ifPresent(above -> breaches.add("budget.approval.above is " + usd(above) + ", and this request is"
                        + " estimated at " + usd(adds)
                        + order.approved()
                                .map(a -> "; only " + usd(a) + " were approved")
                                .orElse("")
                        + "." + NOTHING_SENT + "Whoever may allow it runs the command with --approve "
                        + new Money(adds, Ledger.CURRENCY).number() + "."));
        return breaches;
    }

    private Optional<String> unpriced(Order order) {
        if (limits.isEmpty() && approveAbove.isEmpty()) {
            return Optional.empty();
        }
        if (refuseUnpriced) {
            return Optional.of("The show has caps or an approval gate, and nobody can tell what this request costs"
                    + " (budget.unknown_price: refuse)." + NOTHING_SENT
                    + "Add the price to the table that provider.prices"
                    + " names, or set budget.unknown_price: allow.");
        }
        return approveAbove.isPresent() && order.approved().isEmpty()
                ? Optional.of("The show has an approval gate (budget.approval.above), and nobody can tell what this"
                        + " request costs." + NOTHING_SENT
                        + "Whoever may allow it runs the command with --approve AMOUNT.")
                : Optional.empty();
    }

    private static String sentence(Span span, BigDecimal limit, Spent before, BigDecimal adds) {
        String head = span.key() + " is " + usd(limit);
        if (span == Span.REQUEST) {
            return head + ", and this request is estimated at " + usd(adds) + "." + NOTHING_SENT
                    + "Ask for less, or let whoever holds the budget raise the cap.";
        }
        String unsure = before.unconfirmed() == 0
                ? ""
                : " (" + usd(before.mayCost()) + " of it unconfirmed, in " + before.unconfirmed()
                        + (before.unconfirmed() == 1 ? " purchase" : " purchases") + ")";
        return head + ": " + usd(before.total()) + " are spent or may be for " + span.words() + unsure
                + ", and this request would add " + usd(adds) + "." + NOTHING_SENT
                + "Let whoever holds the budget raise the cap; `platewright ledger` shows what was spent.";
    }

    private static String usd(BigDecimal amount) {
        return new Money(amount, Ledger.CURRENCY).toString();
    }
}
