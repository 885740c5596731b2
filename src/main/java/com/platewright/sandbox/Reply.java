// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.sandbox.fault.ApiError;
import java.util.Optional;

/** One answer on its way: what succeeded in {@code data}, what did not in {@code errors}. */
final class Reply {
    private final ArrayNode data = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();
    private Optional<ObjectNode> single = Optional.empty();
    private int status = 200;

    /** Adds an item about a task, to be filled by the caller. */
    ObjectNode item(String taskType, String taskUuid) {
        ObjectNode item = data.addObject().put("taskType", taskType);
        return taskUuid.isEmpty() ? item : item.put("taskUUID", taskUuid);
    }

    /** A task was refused; where nothing succeeded, this decides the HTTP status. */
    void refuse(ApiError error, String taskType, String taskUuid) {
        if (status == 200) {
            status = error.status();
        }
        errors.add(error.json(taskType, taskUuid));
    }

    /** A task that was taken has failed; the request that asks for it is sound, so the status stays 200. */
    ObjectNode tell(ApiError error, String taskType, String taskUuid) {
        ObjectNode told = error.json(taskType, taskUuid).put("status", "error");
        errors.add(told);
        return told;
    }

    /** The same in an older form: an object {@code error} beside {@code data}. */
    void tellAlone(ApiError error, String taskType, String taskUuid) {
        single = Optional.of(error.json(taskType, taskUuid).put("status", "error"));
    }

    int status() {
        return data.isEmpty() ? status : 200;
    }

    JsonNode json() {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.set("data", data);
        if (!errors.isEmpty()) {
            reply.set("errors", errors);
        }
        single.ifPresent(error -> reply.set("error", error));
        return reply;
    }
}
