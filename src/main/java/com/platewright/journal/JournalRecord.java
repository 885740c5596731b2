// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a journal.
 *
 * @param number counted from 1; the header is 0
 * @param at by the writer's clock
 * @param fence of the lease under which it was written
 * @param type such as {@code begin} or {@code done}
 * @param fields the rest, not to be changed
 */
public record JournalRecord(long number, Instant at, long fence, String type, ObjectNode fields) {
    /** The text of a field; empty if it is not there or not a text. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    /** The value of a field; empty if it is not there. */
    public Optional<JsonNode> value(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    boolean isOf(String kind, Step step) {
        return type.equals(kind)
                && text(Step.NAME).equals(Optional.of(step.name()))
                && text(Step.INPUT).equals(Optional.of(step.input()));
    }
}
