// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.util.List;
import java.util.OptionalInt;

/**
 * An error as the service words it, without secrets.
 *
 * @param code the service's own, unchanged; empty where it gave none
 * @param parameters which the service blames
 * @param allowed values that it would take instead
 * @param httpStatus of the answer that carried the error
 */
public record ProviderError(
        Meaning meaning,
        String code,
        String message,
        List<String> parameters,
        List<String> allowed,
        OptionalInt httpStatus) {

    /** What an error means for a task, whatever the vendor calls it. */
    public enum Meaning {
        /** The request cannot be: nothing was accepted, nothing charged. */
        VALIDATION,
        /** The id was accepted before: the task exists. */
        TASK_EXISTS,
        /** Credentials. Says nothing about tasks that run. */
        AUTHORISATION,
        /** Credit or quota. */
        CREDIT,
        /** Too many calls: later. */
        RATE_LIMIT,
        /** Moderation of prompt, input or result. */
        SAFETY,
        /** The service waited too long for somebody behind it. */
        TIMEOUT,
        /** The service has no record of the task, or does not say. */
        TASK_UNKNOWN,
        /** An uploaded still or clip is no longer there. */
        MEDIA_GONE,
        /** A model that does not exist, or a task whose result is gone. */
        NOT_FOUND,
        /** The generation itself failed. */
        GENERATION,
        /** Trouble at the service; a task may or may not have been accepted. */
        SERVER,
        /** A code that this release does not know. */
        UNKNOWN
    }

    public ProviderError {
        parameters = List.copyOf(parameters);
        allowed = List.copyOf(allowed);
    }

    /** The service's words in one clause: code, message, parameters and allowed values, as far as given. */
    @Override
    public String toString() {
        StringBuilder said = new StringBuilder(code.isEmpty() ? "an error without a code" : code);
        if (!message.isEmpty()) {
            said.append(", \"").append(message).append('"');
        }
        if (!parameters.isEmpty()) {
            said.append(", parameter ").append(String.join(" and ", parameters));
        }
        if (!allowed.isEmpty()) {
            said.append(", allowed: ").append(String.join(", ", allowed));
        }
        httpStatus.ifPresent(status -> said.append(", HTTP ").append(status));
        return said.toString();
    }
}
