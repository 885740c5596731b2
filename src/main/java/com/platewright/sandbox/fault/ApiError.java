// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of {@code errors} on the wire.
 *
 * @param status the HTTP status that goes with it
 * @param parameters what it is about; one is sent as a string, several as an array
 * @param allowed the values that would have been taken, as they are sent
 */
public record ApiError(int status, String code, String message, List<String> parameters, List<String> allowed) {

    /** The status and wording of refusals that scripts name by code alone. */
    private static final Map<String, ApiError> KNOWN = Map.of(
            "insufficientCredits",
            of(402, "insufficientCredits", "The balance does not cover this task. Add credits and send it again."),
            "rateLimitExceeded",
            of(429, "rateLimitExceeded", "Too many requests. Wait before the next one."),
            "contentPolicyViolation",
            of(400, "contentPolicyViolation", "The prompt was refused by content moderation.", "positivePrompt"),
            "providerContentPolicyViolation",
            of(400, "providerContentPolicyViolation", "The model's provider refused the content."),
            "timeoutProvider",
            of(400, "timeoutProvider", "The external provider did not answer in time."),
            "providerError",
            of(400, "providerError", "The external provider could not finish the task."),
            "taskExpired",
            of(400, "taskExpired", "The task is no longer kept."),
            "mediaExpired",
            of(400, "mediaExpired", "The media is no longer kept. Upload it again.", "media"),
            "mediaNotFound",
            of(400, "mediaNotFound", "There is no media of this id.", "media"),
            "internalServerError",
            of(500, "internalServerError", "Something went wrong on the server."));

    public ApiError {
        parameters = List.copyOf(parameters);
        allowed = List.copyOf(allowed);
    }

    public static ApiError of(int status, String code, String message, String... parameters) {
        return new ApiError(status, code, message, List.of(parameters), List.of());
    }

    /** The error of this code, where its wording is known. */
    public static Optional<ApiError> known(String code) {
        return Optional.ofNullable(KNOWN.get(code));
    }

    /** The same, naming what would have been taken. */
    public ApiError allowing(List<String> values) {
        return new ApiError(status, code, message, parameters, values);
    }

    /** The element without what it is about. */
    public ObjectNode json() {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
        if (parameters.size() == 1) {
            node.put("parameter", parameters.get(0));
        } else if (!parameters.isEmpty()) {
            parameters.forEach(node.putArray("parameter")::add);
        }
        if (!allowed.isEmpty()) {
            ArrayNode values = node.putArray("allowedValues");
            allowed.forEach(values::add);
        }
        return node;
    }

    /** The element as it is sent about a task. */
    public ObjectNode json(String taskType, String taskUuid) {
        ObjectNode node = json().put("taskType", taskType);
        return taskUuid.isEmpty() ? node : node.put("taskUUID", taskUuid);
    }
}
