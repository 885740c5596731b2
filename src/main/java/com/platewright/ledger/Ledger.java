// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import java.io.Closeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The purchases of a show, one row for each task id. What a row was told twice counts once. Several processes on several
 * nodes use one ledger at a time; a single object belongs to one thread.
 */
public interface Ledger extends Closeable {
    /** All amounts are in US dollars, in which the provider sells. */
    String CURRENCY = "USD";

    /**
     * Sets an order's estimate aside before it is sent, if the caps allow it; looking and setting aside are one step, so
     * two runs cannot both take what is left. An order that was sent before is counted already and is let through.
     *
     * @throws BudgetException if not; nothing was noted then
     */
    void reserve(Order order, Caps caps) throws BudgetException, LedgerException;

    /** Notes that the order may be at the provider from here on. */
    void sent(UUID task) throws LedgerException;

    /**
     * Notes that it was bought.
     *
     * @param charged the amount that the provider named; empty where it named none
     * @param whole whether that is surely all: false where not everything that was ordered came
     */
    void confirm(UUID task, Optional<BigDecimal> charged, boolean whole) throws LedgerException;

    /** Notes that the provider did not take it: it costs nothing. */
    void release(UUID task, String why) throws LedgerException;

    /** Notes that the provider took it and failed it, and may have charged it. */
    void fail(UUID task, String why) throws LedgerException;

    /** Notes that nobody can tell what became of it; it counts with its estimate. */
    void doubt(UUID task, String why) throws LedgerException;

    /** Puts down what journals tell, in place of what stands there. */
    void restore(List<Entry> told) throws LedgerException;

    /**
     * Makes the rows of one element agree with its journals: what they tell is put down, and what was set aside for an
     * order that none of them knows is released. Only for the owner of the element's lease.
     *
     * @param element as in {@link Order#element}
     */
    void heal(String element, List<Entry> told) throws LedgerException;

    /** Every purchase, the oldest first. */
    List<Entry> entries() throws LedgerException;

    @Override
    void close() throws LedgerException;
}
