// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.money.Money;
import com.platewright.plan.ShotPlan;
import com.platewright.provider.Deadline;
import com.platewright.provider.GenerationRequest;
import com.platewright.provider.ProviderException;
import com.platewright.provider.Timekeeper;
import java.io.IOException;
import java.util.Optional;

/**
 * The provider's own price for a plan.
 *
 * @param price empty where the provider was not asked or did not say
 * @param words the price, or why there is none
 */
record Quote(Optional<Money> price, String words) {
    private static final int THREADS = 1;

    /**
     * Asks by a dry run. A request with local media is not asked about: they would have to be uploaded first.
     *
     * @throws ProviderException the provider would refuse the request, or could not be asked
     */
    static Quote of(Console console, ShotPlan plan) throws ProviderException, IOException, InterruptedException {
        if (plan.generated().isEmpty()) {
            return new Quote(Optional.empty(), "not asked: an import is not bought");
        }
        GenerationRequest request = plan.generated().get().request();
        String name = plan.show().provider().name();
        int media = request.operation().media().size();
        if (media > 0) {
            return new Quote(
                    Optional.empty(),
                    "not asked: " + name + " prices a request with " + media + (media == 1 ? " file" : " files")
                            + " of its own only after uploading, and a plan uploads nothing");
        }
        try (Door door = new Door(console, THREADS)) {
            Deadline deadline = Deadline.after(plan.show().provider().timeout(), Timekeeper.system());
            Optional<Money> price = door.open(plan).quote(request, deadline);
            return new Quote(
                    price,
                    price.map(p -> p + ", says " + name + " (dry run, not charged)")
                            .orElse(name + " accepts the request and names no price (dry run, not charged)"));
        }
    }

    /** Puts {@code quote {amount, currency, words}}; amount is null where there is none. */
    void put(ObjectNode plan) {
        plan.putObject("quote")
                .put("amount", price.map(Money::amount).orElse(null))
                .put("currency", "USD")
                .put("words", words);
    }
}
