// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import com.platewright.shot.ShotId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * One purchase as it is asked for. Amounts are in {@value Ledger#CURRENCY}.
 *
 * @param task the id under which it is sent; it counts once, however often it is sent
 * @param element the element's folder below the show's root
 * @param take counted from 1
 * @param estimate what it will probably cost; empty where no price is known
 * @param approved up to which amount a person allowed it; empty where nobody was asked
 */
public record Order(
        UUID task,
        ShotId shot,
        String element,
        int take,
        Item item,
        Optional<BigDecimal> estimate,
        Optional<BigDecimal> approved) {
    /**
     * What is bought.
     *
     * @param provider {@code sandbox} sells for play money
     * @param operation {@code generate}, {@code edit} or {@code reframe}
     * @param model by the provider's name
     * @param request digest of everything that is asked for
     */
    public record Item(String provider, String operation, String model, String request) {}

    /** Whether it costs nothing but practice. Play money is never added to money. */
    public boolean playMoney() {
        return item.provider().equals("sandbox");
    }
}
