// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Optional;

/**
 * One answer over HTTP, without the key should it have been echoed.
 *
 * @param retryAfter how long the service asks to wait
 * @param body as text; empty also when it could not be read to its end
 */
record Reply(int status, Optional<Duration> retryAfter, String body) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int QUOTED = 200;

    boolean successful() {
        return status >= 200 && status < 300;
    }

    /** The document, unless the body is truncated, empty or something else than a JSON object or array. */
    Optional<JsonNode> json() {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The beginning of the body on one line, for a person. */
    String excerpt() {
        String line = Redaction.withoutSignatures(
                body.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
        return line.substring(0, Math.min(QUOTED, line.length()));
    }

    /** The status and the beginning of the body. */
    String quoted() {
        return "HTTP " + status + (body.isBlank() ? " with an empty body" : " with \"" + excerpt() + "\"");
    }
}
