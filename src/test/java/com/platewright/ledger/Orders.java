// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import com.platewright.shot.ShotId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders and caps for tests. */
final class Orders {
    private Orders() {}

    /** An order of the show demo, its task's id made of shot and number. */
    static Order order(String shot, int number, String estimate) {
        return order("runware", shot, number, estimate);
    }

    static Order order(String provider, String shot, int number, String estimate) {
        return new Order(
                task(shot, number),
                new ShotId("demo", "sq010", shot),
                "sq010/" + shot + "/genplate",
                number,
                new Order.Item(provider, "generate", "luma:ray@3.2", "sha256:00"),
                estimate.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(estimate)),
                Optional.empty());
    }

    static Order approved(Order order, String amount) {
        return new Order(
                order.task(),
                order.shot(),
                order.element(),
                order.take(),
                order.item(),
                order.estimate(),
                Optional.of(new BigDecimal(amount)));
    }

    static UUID task(String shot, int number) {
        return UUID.nameUUIDFromBytes((shot + number).getBytes(StandardCharsets.UTF_8));
    }

    static Caps caps(Span span, String limit) {
        return new Caps(Map.of(span, new BigDecimal(limit)), Optional.empty(), true, ZoneOffset.UTC);
    }

    static Caps none() {
        return new Caps(Map.of(), Optional.empty(), true, ZoneOffset.UTC);
    }
}
