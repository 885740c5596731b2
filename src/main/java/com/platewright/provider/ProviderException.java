// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The service or the way to it said no, or nothing. The message is a sentence with the remedy, free of secrets. */
public final class ProviderException extends Exception {
    private static final long serialVersionUID = 1;

    /** What the caller may conclude. */
    public enum Kind {
        /** Refused before anything was accepted: nothing runs, nothing was charged by this call. */
        REFUSED,
        /**
         * Refused, after an earlier sending of the same id had no clear answer. The service shows no such task, but what
         * it shows may lag: only the same id may be sent again.
         */
        REFUSED_IN_DOUBT,
        /** Accepted, then failed for good. Another take is another charge. */
        FAILED,
        /** Not now: busy, unreachable, or the deadline came first. The same call later costs nothing more. */
        BUSY,
        /** Sent, with an outcome that is not known. Only the same id may be sent again. */
        UNCERTAIN,
        /** The address, its certificate or the key as configured cannot work. */
        CONFIG,
        /** The same, after a sending of the id that had no clear answer: only the same id may be sent again. */
        CONFIG_IN_DOUBT,
        /** A local file that the request names could not be read or is of no known kind. */
        INPUT
    }

    private final Kind kind;
    private final transient Optional<UUID> task;
    private final transient Optional<ProviderError> error;
    private final transient Optional<Duration> retryAfter;

    public ProviderException(Kind kind, String message) {
        this(kind, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ProviderException(
            Kind kind,
            String message,
            Optional<UUID> task,
            Optional<ProviderError> error,
            Optional<Duration> retryAfter) {
        super(message);
        this.kind = kind;
        this.task = task;
        this.error = error;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** The task concerned, if it is one. */
    public Optional<UUID> task() {
        return task;
    }

    /** The service's own error, if it gave one. */
    public Optional<ProviderError> error() {
        return error;
    }

    /** How long the service asked to wait, if it did. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
