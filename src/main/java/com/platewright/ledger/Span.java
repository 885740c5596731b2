// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import java.time.Instant;
import java.time.ZoneId;

/** What a cap is for. */
public enum Span {
    REQUEST("budget.per_request", "this request"),
    SHOT("budget.per_shot", "this shot"),
    SHOW("budget.per_show", "the show"),
    DAY("budget.per_day", "the show today");

    private final String key;
    private final String words;

    Span(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** The key of a show's file. */
    public String key() {
        return key;
    }

    public String words() {
        return words;
    }

    /**
     * Whether an earlier purchase lies in the same span as a new one; nothing but the new one lies in its request.
     *
     * @param zone of the show's days
     */
    boolean holds(Entry earlier, Order order, Instant now, ZoneId zone) {
        Order past = earlier.order();
        boolean same = past.playMoney() == order.playMoney()
                && !past.task().equals(order.task())
                && past.shot().show().equals(order.shot().show());
        return same
                && switch (this) {
                    case REQUEST -> false;
                    case SHOT -> past.shot().equals(order.shot());
                    case SHOW -> true;
                    case DAY ->
                        earlier.ordered()
                                .atZone(zone)
                                .toLocalDate()
                                .equals(now.atZone(zone).toLocalDate());
                };
    }
}
