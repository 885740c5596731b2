// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.element.ElementFolder;
import com.platewright.ledger.Entry;
import com.platewright.ledger.Ledger;
import com.platewright.ledger.Order;
import com.platewright.ledger.SqliteLedger;
import com.platewright.money.Money;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.show.ShowConfig;
import com.platewright.take.Adoption;
import com.platewright.take.Take;
import com.platewright.take.Takes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A take that the show has bought for the same request in another shot.
 *
 * @param bought its row in the ledger
 */
public record Reuse(Take take, Entry bought) {
    /** What a run takes in place of a purchase; empty where it takes nothing. */
    public static Optional<Reuse> taken(ShotPlan plan) throws IOException {
        return plan.show().budget().reuse() == ShowConfig.Reuse.TAKE
                        && plan.generated().isPresent()
                ? find(plan, plan.generated().get())
                : Optional.empty();
    }

    /** Why a person has to be asked first; empty where nobody has. */
    static Optional<String> refusal(ShotPlan plan, Source.Generated wanted) throws IOException {
        return plan.show().budget().reuse() == ShowConfig.Reuse.REFUSE
                ? find(plan, wanted)
                        .map(found ->
                                "In this show " + found.words() + ", and budget.reuse is refuse. Nothing was sent."
                                        + " Take that clip with --set budget.reuse=take, at no cost, or buy another with"
                                        + " --new-take.")
                : Optional.empty();
    }

    /** The latest such take that is usable; empty where there is none, or the show wants to buy anew. */
    private static Optional<Reuse> find(ShotPlan plan, Source.Generated wanted) throws IOException {
        Optional<Ledger> found = plan.show().budget().reuse() == ShowConfig.Reuse.BUY
                ? Optional.empty()
                : SqliteLedger.find(Books.file(plan.show()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> same = new ArrayList<>();
        try (Ledger ledger = found.get()) {
            for (Entry entry : ledger.entries()) {
                Order.Item item = entry.order().item();
                if (item.request().equals(wanted.digest().toString())
                        && !entry.order().element().equals(Books.element(plan))) {
                    same.add(0, entry);
                }
            }
        }
        for (Entry entry : same) {
            Optional<Take> take = take(plan, wanted, entry);
            if (take.isPresent() && Adoption.isOffered(take.get())) {
                return Optional.of(new Reuse(take.get(), entry));
            }
        }
        return Optional.empty();
    }

    private static Optional<Take> take(ShotPlan plan, Source.Generated wanted, Entry entry) {
        ElementFolder element = new ElementFolder(
                plan.show().paths().root().resolve(entry.order().element()),
                plan.show().numbering().versionPadding());
        return new Takes(element, entry.order().shot(), wanted.digest())
                .all().stream()
                        .filter(take -> take.task().equals(entry.order().task()))
                        .findFirst();
    }

    /** Such as {@code the same request was bought for demo/sq010/sh0010 (take 1, 0.90 USD, 2026-11-22)}. */
    public String words() {
        String paid = bought.charged()
                .map(amount -> ", " + new Money(amount, Ledger.CURRENCY))
                .orElse("");
        return "the same request was bought for " + bought.order().shot() + " (take " + take.number() + paid + ", "
                + bought.ordered().toString().substring(0, 10) + ")";
    }
}
