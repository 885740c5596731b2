// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.platewright.provider.ProviderError;
import com.platewright.provider.ProviderError.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one answer to a sent task means.
 *
 * @param error the service's, or one made from the status; empty if it is not needed
 * @param said the answer in one clause
 */
record Verdict(Outcome outcome, Optional<ProviderError> error, String said) {
    enum Outcome {
        ACCEPTED,
        /** The id was taken before. */
        KNOWN,
        /** This request cannot be, whoever sends it and whenever. */
        REFUSED,
        /** We cannot, for want of credit or credentials. An earlier sending may have got through all the same. */
        DENIED,
        /** An uploaded file is gone. */
        MEDIA_GONE,
        /** Surely not taken, for now. */
        BUSY,
        /** Taken or not: the answer does not tell. */
        DOUBT,
        /** Refused under a code that is not known here; said twice, it is a refusal, since nothing was taken at first. */
        UNCLEAR,
        /** Not an answer of this API. */
        MISPLACED
    }

    static Verdict of(Reply reply, UUID task) {
        Optional<Answer> answer = reply.json().map(json -> Answer.of(json, reply.status()));
        List<ProviderError> errors = answer.stream()
                .flatMap(a -> a.faults(task).stream())
                .map(Answer.Fault::error)
                .toList();
        boolean acknowledged = answer.filter(a -> a.names(task)).isPresent();
        if (errors.stream().anyMatch(e -> e.meaning() == Meaning.TASK_EXISTS)) {
            return new Verdict(Outcome.KNOWN, Optional.empty(), errors.get(0).toString());
        }
        if (!errors.isEmpty()) {
            ProviderError error = errors.get(0);
            Outcome outcome = acknowledged ? Outcome.DOUBT : outcome(error.meaning(), reply.status());
            return new Verdict(outcome, Optional.of(error), error.toString());
        }
        if (reply.successful()) {
            return new Verdict(acknowledged ? Outcome.ACCEPTED : Outcome.DOUBT, Optional.empty(), reply.quoted());
        }
        if (Sentences.isMisplaced(reply.status())) {
            return new Verdict(Outcome.MISPLACED, Optional.empty(), reply.quoted());
        }
        ProviderError error = Sentences.ofStatus(reply);
        return new Verdict(outcome(error.meaning(), reply.status()), Optional.of(error), reply.quoted());
    }

    private static Outcome outcome(Meaning meaning, int status) {
        return switch (meaning) {
            case TASK_EXISTS -> Outcome.KNOWN;
            case AUTHORISATION, CREDIT -> Outcome.DENIED;
            case MEDIA_GONE -> Outcome.MEDIA_GONE;
            case RATE_LIMIT -> Outcome.BUSY;
            case TIMEOUT, GENERATION, SERVER -> Outcome.DOUBT;
            // "max…" may count calls as well as pixels, and "conflict…" ids as well as parameters: the status tells.
            case VALIDATION -> status == 429 ? Outcome.BUSY : status == 409 ? Outcome.KNOWN : Outcome.REFUSED;
            case SAFETY, NOT_FOUND, TASK_UNKNOWN -> Outcome.REFUSED;
            case UNKNOWN -> Outcome.UNCLEAR;
        };
    }
}
