// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import com.platewright.money.Money;
import java.util.Optional;
import java.util.UUID;

/** A service that generates video. Safe for use by several threads. */
public interface VideoProvider {
    /** How a submitted task stands. */
    enum Acceptance {
        /** The service took it now. */
        ACCEPTED,
        /** The service had it already: wait for it as for any other. */
        ALREADY_KNOWN
    }

    /**
     * The account behind the key.
     *
     * @param organisation its name, empty where the service does not say
     * @param free credit given, not bought
     */
    record Account(String organisation, Optional<Money> balance, Optional<Money> free) {}

    /**
     * Brings local media and then the task to the service, under the task's own id however often it has to be sent.
     *
     * @param deadline no attempt starts after it, except the first one
     * @throws ProviderException REFUSED, BUSY, UNCERTAIN, CONFIG or INPUT
     */
    Acceptance submit(GenerationTask task, Deadline deadline) throws ProviderException, InterruptedException;

    /**
     * Asks once for a task. A thrown exception says nothing about the task.
     *
     * @throws ProviderException BUSY, REFUSED (credentials) or CONFIG
     */
    TaskState poll(UUID task) throws ProviderException, InterruptedException;

    /**
     * Asks the archive of older tasks once; empty when it has no record that tells the outcome.
     *
     * @throws ProviderException BUSY, REFUSED (credentials) or CONFIG
     */
    Optional<TaskState> recall(UUID task) throws ProviderException, InterruptedException;

    /** Checks the key, free of charge. */
    Account account() throws ProviderException, InterruptedException;

    /**
     * The service's own price for a request, by a dry run that is not charged; local media are brought there first.
     * Empty when the service does not name one.
     *
     * @throws ProviderException as {@link #submit}; REFUSED is the verdict that the request itself would get
     */
    Optional<Money> quote(GenerationRequest request, Deadline deadline) throws ProviderException, InterruptedException;
}
