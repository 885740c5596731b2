// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.ledger.Caps;
import com.platewright.ledger.Ledger;
import com.platewright.ledger.LedgerException;
import com.platewright.ledger.Order;
import com.platewright.ledger.Span;
import com.platewright.ledger.SqliteLedger;
import com.platewright.money.Money;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.show.ShowConfig;
import com.platewright.take.Booking;
import com.platewright.take.Take;
import com.platewright.take.TakeEntries;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A shot's side of the show's ledger: its orders, its caps, and the way its journals heal what is written there. */
public final class Books {
    private final ShotPlan plan;
    private final Progress progress;

    Books(ShotPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** The file of a show's ledger. */
    public static Path file(ShowConfig show) {
        return show.paths().root().resolve(show.budget().ledger());
    }

    /** What a show lets be spent. */
    public static Caps caps(ShowConfig.Budget budget) {
        Map<Span, BigDecimal> limits = new EnumMap<>(Span.class);
        budget.perRequest().ifPresent(limit -> limits.put(Span.REQUEST, limit));
        budget.perShot().ifPresent(limit -> limits.put(Span.SHOT, limit));
        budget.perShow().ifPresent(limit -> limits.put(Span.SHOW, limit));
        budget.perDay().ifPresent(limit -> limits.put(Span.DAY, limit));
        return new Caps(
                limits,
                budget.approval().above(),
                budget.unknownPrice() == ShowConfig.UnknownPrice.REFUSE,
                budget.timeZone());
    }

    /** Opens the ledger of a show; one that is not there is made from the show's journals. */
    public static Ledger open(ShowConfig show) throws IOException {
        return SqliteLedger.open(
                file(show), () -> TakeEntries.below(show.paths().root()));
    }

    /** Opens the ledger and makes this element's rows agree with its journals. Only under the element's lease. */
    Ledger open() throws IOException {
        Ledger ledger = open(plan.show());
        try {
            ledger.heal(element(plan), TakeEntries.of(plan.element()));
            return ledger;
        } catch (IOException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** As {@link #open()}, where nothing will be bought: a ledger that cannot be written holds nobody up then. */
    void heal() throws IOException {
        try {
            open().close();
        } catch (LedgerException e) {
            warn("the ledger is behind the journal: " + e.getMessage());
        }
    }

    Booking booking(Ledger ledger, Order order) {
        return new Booking(ledger, order, caps(plan.show().budget()), this::warn);
    }

    Order order(Source.Generated wanted, Take take, Optional<BigDecimal> approved) {
        return order(plan, wanted, take, approved);
    }

    static Order order(ShotPlan plan, Source.Generated wanted, Take take, Optional<BigDecimal> approved) {
        return new Order(
                take.task(),
                plan.shot(),
                element(plan),
                take.number(),
                new Order.Item(
                        plan.show().provider().name(),
                        wanted.request().operation().word(),
                        wanted.request().model(),
                        wanted.digest().toString()),
                wanted.estimate().money().map(Money::amount),
                approved);
    }

    /** The element as the ledger names it. */
    static String element(ShotPlan plan) {
        return plan.show().paths().root().relativize(plan.element()).toString();
    }

    private void warn(String message) {
        progress.at(Step.GENERATE, 1, message);
    }
}
