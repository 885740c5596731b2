// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One purchase and what became of it.
 *
 * @param charged what the provider says it took, so far at least; empty where it did not say
 * @param ordered when it was first to be sent
 * @param changed when it came to its state
 * @param note the provider's sentence about a refusal or failure, or why nobody can tell; else empty
 */
public record Entry(
        Order order, State state, Optional<BigDecimal> charged, Instant ordered, Instant changed, String note) {

    /** Whether its cost is not known for certain. */
    public boolean isUnconfirmed() {
        return state.counts() && (charged.isEmpty() || state == State.UNKNOWN);
    }

    /** What of its estimate may have been charged beside the charge that is known; empty without an estimate. */
    Optional<BigDecimal> mayCost() {
        return order.estimate()
                .map(e -> e.subtract(charged.orElse(BigDecimal.ZERO)).max(BigDecimal.ZERO));
    }

    /** An order that was set aside. */
    static Entry reserved(Order order, Instant at) {
        return new Entry(order, State.RESERVED, Optional.empty(), at, at, "");
    }

    Entry in(State next, Optional<BigDecimal> amount, Instant at, String why) {
        return new Entry(order, next, amount, ordered, at, why);
    }
}
