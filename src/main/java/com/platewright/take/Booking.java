// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.ledger.BudgetException;
import com.platewright.ledger.Caps;
import com.platewright.ledger.Entry;
import com.platewright.ledger.Ledger;
import com.platewright.ledger.LedgerException;
import com.platewright.ledger.Order;
import com.platewright.ledger.State;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A purchase's row in the ledger. Before anything is sent the ledger has the last word. Afterwards the journal has it: a
 * ledger that fails then is said and does not stop a clip that is paid for, and the next command heals it.
 */
public final class Booking {
    private final Ledger ledger;
    private final Order order;
    private final Caps caps;
    private final Consumer<String> warning;

    private interface Note {
        void write(UUID task) throws LedgerException;
    }

    public Booking(Ledger ledger, Order order, Caps caps, Consumer<String> warning) {
        this.ledger = ledger;
        this.order = order;
        this.caps = caps;
        this.warning = warning;
    }

    Order order() {
        return order;
    }

    void reserve() throws BudgetException, LedgerException {
        ledger.reserve(order, caps);
    }

    void sent() {
        note(ledger::sent);
    }

    /** Its row, where it may have been sent before; empty where it surely was not. */
    Optional<Entry> before() throws LedgerException {
        return ledger.entries().stream()
                .filter(e -> e.order().task().equals(order.task()))
                .filter(e -> e.state().counts() && e.state() != State.RESERVED)
                .findFirst();
    }

    void bought(Bought bought) {
        note(task -> ledger.confirm(task, bought.charged(), !bought.lacksClips()));
    }

    void released(String why) {
        note(task -> ledger.release(task, why));
    }

    void failed(String why) {
        note(task -> ledger.fail(task, why));
    }

    void doubted(String why) {
        note(task -> ledger.doubt(task, why));
    }

    private void note(Note note) {
        try {
            note.write(order.task());
        } catch (LedgerException e) {
            warning.accept("the journal knows the purchase, the ledger does not yet: " + e.getMessage());
        }
    }
}
