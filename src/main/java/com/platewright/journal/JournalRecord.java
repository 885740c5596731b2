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

    /**
     * The value of a field as a record; empty if it is not there.
     *
     * @throws JournalException if it is of another shape
     */
    public <T> Optional<T> value(String field, Class<T> type) throws JournalException {
        JsonNode found = fields.get(field);
        return found == null ? Optional.empty() : Optional.of(JournalJson.value(found, type));
    }

    boolean isOf(String kind, Step step) {
        return type.equals(kind)
                && text(Step.NAME).equals(Optional.of(step.name()))
                && text(Step.INPUT).equals(Optional.of(step.input()));
    }
}
