// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** How a purchase stands. */
public enum State {
    /** About to be sent: its estimate is set aside. */
    RESERVED,
    /** Sent or about to be: the provider may have charged it. */
    SENT,
    /** Bought, for an amount that the provider named. */
    CHARGED,
    /** Bought or not, for an amount that nobody has named, or not all of it. */
    UNKNOWN,
    /** Not taken by the provider, or never sent: it costs nothing. */
    REFUSED,
    /** Taken by the provider and then failed; it may have been charged. */
    FAILED;

    /** How a purchase stands that was bought, for an amount that is surely all or may be less than that. */
    public static State bought(Optional<BigDecimal> charged, boolean whole) {
        return charged.isPresent() && whole ? CHARGED : UNKNOWN;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether money was spent for it or may have been. */
    public boolean counts() {
        return this != REFUSED;
    }

    /** Whether it waits for its end. */
    boolean isOpen() {
        return this == RESERVED || this == SENT;
    }
}
