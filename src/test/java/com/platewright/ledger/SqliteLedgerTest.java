// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import static com.platewright.ledger.Orders.approved;
import static com.platewright.ledger.Orders.caps;
import static com.platewright.ledger.Orders.none;
import static com.platewright.ledger.Orders.order;
import static com.platewright.ledger.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest {
    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = SqliteLedger.open(file(), List::of);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void whatWasPutDownIsReadBackByAnotherProcess() throws Exception {
        Order order = approved(order("sh0010", 1, "0.90"), "5");
        ledger.reserve(order, none());
        ledger.sent(order.task());
        ledger.confirm(order.task(), Optional.of(new BigDecimal("0.875")), true);
        try (Ledger other = SqliteLedger.open(file(), List::of)) {
            Entry entry = only(other);
            assertThat(entry.order()).isEqualTo(order);
            assertThat(entry.state()).isEqualTo(State.CHARGED);
            assertThat(entry.charged()).contains(new BigDecimal("0.875"));
            assertThat(entry.changed()).isAfterOrEqualTo(entry.ordered());
        }
        assertThat(file().resolveSibling("ledger.sqlite-wal")).doesNotExist();
    }

    @Test
    void aChargeThatMayNotBeAllCountsWithTheWholeEstimate() throws Exception {
        Order order = order("sh0010", 1, "0.90");
        ledger.reserve(order, none());
        ledger.sent(order.task());
        ledger.confirm(order.task(), Optional.of(new BigDecimal("0.45")), false);
        Spent spent = Spent.of(ledger.entries());
        assertThat(spent.charged()).isEqualByComparingTo("0.45");
        assertThat(spent.mayCost()).isEqualByComparingTo("0.45");
        assertThat(spent.unconfirmed()).isEqualTo(1);
        assertThat(spent.total()).isEqualByComparingTo("0.90");
    }

    @Test
    void aCapCountsChargesAndWhereNoneIsKnownEstimates() throws Exception {
        buy("sh0010", 1, "0.90", Optional.of(new BigDecimal("0.50")));
        buy("sh0010", 2, "0.90", Optional.empty());
        reserve("sh0010", 3, "0.60", Span.SHOT, "2.00");
        assertThatThrownBy(() -> reserve("sh0010", 4, "0.01", Span.SHOT, "2.00"))
                .isInstanceOf(BudgetException.class)
                .hasMessage("budget.per_shot is 2.00 USD: 2.00 USD are spent or may be for this shot (1.50 USD of it"
                        + " unconfirmed, in 2 purchases), and this request would add 0.01 USD. Nothing was sent. Let"
                        + " whoever holds the budget raise the cap; `platewright ledger` shows what was spent.");
        assertThat(ledger.entries()).hasSize(3);
        reserve("sh0020", 1, "0.90", Span.SHOT, "2.00");
    }

    @Test
    void aFailedOrLostPurchaseCountsAndARefusedOneDoesNot() throws Exception {
        reserve("sh0010", 1, "1", Span.SHOW, "10");
        ledger.fail(task("sh0010", 1), "providerError");
        reserve("sh0010", 2, "1", Span.SHOW, "10");
        ledger.doubt(task("sh0010", 2), "nobody knows");
        reserve("sh0010", 3, "1", Span.SHOW, "10");
        ledger.release(task("sh0010", 3), "insufficientCredits");
        Spent spent = Spent.of(ledger.entries());
        assertThat(spent.total()).isEqualByComparingTo("2");
        assertThat(spent.unconfirmed()).isEqualTo(2);
        assertThat(spent.confirmed()).isZero();
        assertThat(spent.refused()).isEqualTo(1);
    }

    @Test
    void oneTaskCountsOnceHoweverOftenItIsSent() throws Exception {
        for (int i = 0; i < 3; i++) {
            reserve("sh0010", 1, "0.90", Span.SHOW, "1.00");
            ledger.sent(task("sh0010", 1));
        }
        ledger.release(task("sh0010", 1), "refused");
        reserve("sh0010", 1, "0.90", Span.SHOW, "1.00");
        assertThat(Spent.of(ledger.entries()).total()).isEqualByComparingTo("0.90");
        assertThat(only(ledger).state()).isEqualTo(State.RESERVED);
    }

    @Test
    void playMoneyAndMoneyDoNotTouch() throws Exception {
        ledger.reserve(order("sandbox", "sh0010", 1, "9"), caps(Span.SHOW, "10"));
        ledger.reserve(order("runware", "sh0010", 2, "9"), caps(Span.SHOW, "10"));
        assertThatThrownBy(() -> ledger.reserve(order("sandbox", "sh0010", 3, "2"), caps(Span.SHOW, "10")))
                .isInstanceOf(BudgetException.class);
    }

    @Test
    void aDayBeginsAtTheShowsMidnight() throws Exception {
        Instant now = Instant.parse("2026-11-22T23:30:00Z");
        Entry evening =
                new Entry(order("sh0010", 1, "1"), State.SENT, Optional.empty(), now.minusSeconds(7200), now, "");
        Order next = order("sh0010", 2, "1");
        assertThat(Span.DAY.holds(evening, next, now, ZoneId.of("UTC"))).isTrue();
        assertThat(Span.DAY.holds(evening, next, now, ZoneId.of("Europe/Berlin")))
                .isFalse();
    }

    @Test
    void whatIsAboveTheGateNeedsAWordForAtLeastSoMuch() throws Exception {
        Caps gate = new Caps(Map.of(), Optional.of(new BigDecimal("1")), true, ZoneId.of("UTC"));
        Order order = order("sh0010", 1, "3.60");
        assertThatThrownBy(() -> ledger.reserve(order, gate)).hasMessageContaining("--approve 3.60");
        assertThatThrownBy(() -> ledger.reserve(approved(order, "3.59"), gate))
                .hasMessageContaining("only 3.59 USD were approved");
        ledger.reserve(approved(order, "3.60"), gate);
        ledger.reserve(order("sh0010", 2, "1.00"), gate);
        assertThat(ledger.entries()).hasSize(2);
    }

    @Test
    void anUnknownPriceIsRefusedWhereverSomethingIsLimited() throws Exception {
        assertThatThrownBy(() -> reserve("sh0010", 1, "", Span.SHOW, "10"))
                .hasMessageContaining("budget.unknown_price: refuse");
        ledger.reserve(order("sh0010", 1, ""), none());
        Caps allowing = new Caps(Map.of(Span.SHOW, BigDecimal.TEN), Optional.empty(), false, ZoneId.of("UTC"));
        ledger.reserve(order("sh0010", 2, ""), allowing);
        assertThat(Spent.of(ledger.entries()).unpriced()).isEqualTo(2);
    }

    /** Every racer has a connection of its own, as a process has; there is money for three of them. */
    @Test
    void ofManyRunsAtOnceOnlySoManyBuyAsThereIsMoneyFor() throws Exception {
        int racers = 12;
        CyclicBarrier start = new CyclicBarrier(racers);
        ExecutorService pool = Executors.newFixedThreadPool(racers);
        List<Future<Boolean>> ends = new ArrayList<>();
        for (int i = 0; i < racers; i++) {
            String shot = "sh" + i;
            ends.add(pool.submit(() -> {
                try (Ledger own = SqliteLedger.open(file(), List::of)) {
                    start.await();
                    own.reserve(order(shot, 1, "0.90"), caps(Span.DAY, "2.75"));
                    return true;
                } catch (BudgetException e) {
                    return false;
                }
            }));
        }
        int bought = 0;
        for (Future<Boolean> end : ends) {
            bought += end.get() ? 1 : 0;
        }
        pool.shutdown();
        assertThat(bought).isEqualTo(3);
        assertThat(Spent.of(ledger.entries()).total()).isEqualByComparingTo("2.70");
    }

    @Test
    void aLedgerThatIsGoneIsFilledFromTheJournalsOnce() throws Exception {
        Path other = folder.resolve("other/ledger.sqlite");
        Entry told = Entry.reserved(order("sh0010", 1, "0.90"), Instant.parse("2026-11-22T10:00:00Z"));
        SqliteLedger.open(other, () -> List.of(told)).close();
        try (Ledger again = SqliteLedger.open(other, () -> {
            throw new AssertionError("it is filled already");
        })) {
            assertThat(again.entries()).containsExactly(told);
        }
        assertThat(SqliteLedger.find(folder.resolve("nowhere/ledger.sqlite"))).isEmpty();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    /** As if a run had been killed between its row and its journal, and another after its journal. */
    @Test
    void healingReleasesWhatNoJournalKnowsAndTakesTheJournalsWord() throws Exception {
        reserve("sh0010", 1, "1", Span.SHOW, "10");
        reserve("sh0010", 2, "1", Span.SHOW, "10");
        reserve("sh0020", 1, "1", Span.SHOW, "10");
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        Entry bought =
                new Entry(order("sh0010", 2, "1"), State.CHARGED, Optional.of(new BigDecimal("1.1")), at, at, "");
        ledger.heal("sq010/sh0010/genplate", List.of(bought));
        assertThat(state("sh0010", 1)).isEqualTo(State.REFUSED);
        assertThat(state("sh0010", 2)).isEqualTo(State.CHARGED);
        assertThat(state("sh0020", 1)).isEqualTo(State.RESERVED);
    }

    @Test
    void aRowThatIsNotThereAndAFileThatIsNoneAreSaid() throws Exception {
        assertThatThrownBy(() -> ledger.sent(task("sh0099", 1)))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("--rebuild");
        Path text = Files.writeString(folder.resolve("text.sqlite"), "no ledger at all, and long enough to be read");
        assertThatThrownBy(() -> SqliteLedger.open(text, List::of))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("text.sqlite")
                .hasMessageContaining("not a database");
    }

    @Test
    void aLedgerOfALaterReleaseIsLeftAlone() throws Exception {
        ledger.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 2");
        }
        assertThatThrownBy(() -> SqliteLedger.open(file(), List::of)).hasMessageContaining("Use the release");
    }

    private State state(String shot, int number) throws LedgerException {
        return ledger.entries().stream()
                .filter(e -> e.order().task().equals(task(shot, number)))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void reserve(String shot, int number, String estimate, Span span, String limit) throws Exception {
        ledger.reserve(order(shot, number, estimate), caps(span, limit));
    }

    private void buy(String shot, int number, String estimate, Optional<BigDecimal> charged) throws Exception {
        ledger.reserve(order(shot, number, estimate), none());
        ledger.sent(task(shot, number));
        ledger.confirm(task(shot, number), charged, true);
    }

    private static Entry only(Ledger ledger) throws LedgerException {
        assertThat(ledger.entries()).hasSize(1);
        return ledger.entries().get(0);
    }

    private Path file() {
        return folder.resolve("show/.platewright/ledger.sqlite");
    }
}
