// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the service says of a task at one moment. */
public sealed interface TaskState {
    /**
     * Nothing: the task is unknown, not yet visible or already filed away. It may well run.
     *
     * @param said the service's error, where it gave one instead of an empty answer
     */
    record Unheard(Optional<ProviderError> said) implements TaskState {}

    /**
     * Not ended.
     *
     * @param progress per cent, 0 to 100
     * @param word the service's own for this state
     * @param results what has arrived already
     * @param barren whether everything that is said to run is said to have ended well, and only lacks its files
     */
    record Running(OptionalInt progress, String word, Results results, boolean barren) implements TaskState {}

    /** At least one rendition is there and none is known to be on its way. */
    record Finished(Results results) implements TaskState {}

    /**
     * Nothing came and nothing will.
     *
     * @param errors at least one
     * @param evidence the answer that said so, as JSON without secrets
     * @param sure whether that is surely the end of the task; else the error may be about the question, and only if it
     *     stays is it taken for the end
     */
    record Failed(List<ProviderError> errors, String evidence, boolean sure) implements TaskState {
        public Failed {
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("a failure has a reason");
            }
            errors = List.copyOf(errors);
        }

        public ProviderError error() {
            return errors.get(0);
        }
    }
}
