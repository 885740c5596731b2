// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.ledger.Caps;
import com.platewright.ledger.Entry;
import com.platewright.ledger.Ledger;
import com.platewright.ledger.LedgerException;
import com.platewright.ledger.Order;
import com.platewright.ledger.Span;
import com.platewright.ledger.Spent;
import com.platewright.ledger.SqliteLedger;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.take.Take;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left for a purchase, looked up without setting anything aside.
 *
 * @param caps of the show
 * @param spent in each span that has a cap, before this purchase
 * @param breaches why the purchase would be refused now; none if it would not
 */
public record Funds(Caps caps, Map<Span, Spent> spent, List<String> breaches) {
    public Funds {
        spent = spent.isEmpty() ? Map.of() : new EnumMap<>(spent);
        breaches = List.copyOf(breaches);
    }

    /**
     * Reads the ledger, if there is one; writes nothing.
     *
     * @param anew whether it was said that another take shall be bought, whatever the show has
     */
    public static Funds of(ShotPlan plan, Source.Generated wanted, Take take, boolean anew) throws IOException {
        Caps caps = Books.caps(plan.show().budget());
        Order order = Books.order(plan, wanted, take, Optional.empty());
        Map<Span, Spent> spent = caps.limits().isEmpty() ? Map.of() : caps.spent(order, entries(plan), Instant.now());
        List<String> breaches = new ArrayList<>();
        if (!anew) {
            Reuse.refusal(plan, wanted).ifPresent(breaches::add);
        }
        DraftPick.refusal(plan).ifPresent(breaches::add);
        breaches.addAll(caps.breaches(order, spent));
        return new Funds(caps, spent, breaches);
    }

    private static List<Entry> entries(ShotPlan plan) throws LedgerException {
        Optional<Ledger> found = SqliteLedger.find(Books.file(plan.show()));
        if (found.isEmpty()) {
            return List.of();
        }
        try (Ledger ledger = found.get()) {
            return ledger.entries();
        }
    }
}
