// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a request will probably cost, or why nobody can tell. */
public sealed interface Estimate {
    /** How sure a price is. */
    enum Standing {
        /** The service itself names it. */
        CONFIRMED,
        /** Others name it, or it follows from other prices. */
        INFERRED
    }

    /**
     * A price.
     *
     * @param lines what it is made of: {@code edit 5 s HDR + EXR at 720p: 3.24 USD}, then {@code x 3 takes}
     * @param asOf the day of the price table
     * @param standing of the least sure thing in it
     */
    record Known(Money price, List<String> lines, LocalDate asOf, Standing standing) implements Estimate {
        public Known {
            lines = List.copyOf(lines);
        }
    }

    /**
     * No price.
     *
     * @param reason a clause: what is missing
     */
    record Unknown(String reason) implements Estimate {}

    /** The amount, if there is one. */
    default Optional<Money> money() {
        return this instanceof Known known ? Optional.of(known.price()) : Optional.empty();
    }
}
