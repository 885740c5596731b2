// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.platewright.provider.ProviderError;
import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.runware.Retries.Setback;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** What a person is told: what happened, what it means for the money, and what to do. */
final class Sentences {
    static final String CHECK_KEY = "Check the key in RUNWARE_API_KEY or in the file named by provider.key_file.";
    static final String CHECK_ENDPOINT =
            "Nothing there speaks Runware's API. Check provider.endpoint; the service's own is "
                    + RunwareSettings.DEFAULT_ENDPOINT + ".";

    private Sentences() {}

    /** A definite no to a task or an upload. */
    static ProviderException refused(String what, UUID task, ProviderError error) {
        return new ProviderException(
                Kind.REFUSED,
                "The service refused " + what + ": " + error + ". Nothing was accepted and nothing charged. "
                        + remedy(error.meaning()),
                Optional.of(task),
                Optional.of(error),
                Optional.empty());
    }

    /** A definite no to a task whose id was sent before, with an open outcome, and which the service does not show. */
    static ProviderException refusedInDoubt(UUID task, String said, Optional<ProviderError> error) {
        return new ProviderException(
                Kind.REFUSED_IN_DOUBT,
                "The service refused task " + task + ": " + said + ". An earlier sending of it had no clear answer, but"
                        + " the service does not show the task, so it most likely never ran. "
                        + error.map(e -> remedy(e.meaning())).orElse(""),
                Optional.of(task),
                error,
                Optional.empty());
    }

    /** What is wrong at this end, while nobody knows whether an earlier sending got through. */
    static ProviderException configInDoubt(UUID task, ProviderException why) {
        return new ProviderException(
                Kind.CONFIG_IN_DOUBT,
                why.getMessage() + " Task " + task
                        + " was sent before and had no clear answer, so it stays open: once that is"
                        + " mended, the same command asks for it, and it is charged once at most.",
                Optional.of(task),
                why.error(),
                Optional.empty());
    }

    /** An end that does not tell whether a sending got through. */
    static ProviderException doubtful(UUID task, Setback setback) {
        return new ProviderException(
                Kind.UNCERTAIN,
                "Whether the service accepted task " + task + " is not known: " + setback.said()
                        + ". It may run and be charged once. The same command sends the same id again, which cannot be"
                        + " charged twice.",
                Optional.of(task),
                setback.error(),
                setback.asked());
    }

    /** Not now. */
    static ProviderException busy(String what, UUID task, Setback setback) {
        String wait = setback.asked()
                .map(d -> " It asks to wait " + d.toSeconds() + " s.")
                .orElse("");
        return new ProviderException(
                Kind.BUSY,
                "The service did not take " + what + ": " + setback.said() + "." + wait
                        + " Nothing was accepted and nothing charged; run the same command again later.",
                Optional.of(task),
                setback.error(),
                setback.asked());
    }

    /** A question that got no answer. */
    static ProviderException silent(String about, UUID task, UnansweredException cause) {
        ProviderException silent = new ProviderException(
                Kind.BUSY,
                "The service did not say " + about + ": " + cause.said() + ". Asking again costs nothing.",
                Optional.of(task),
                Optional.empty(),
                Optional.empty());
        silent.initCause(cause);
        return silent;
    }

    /** A question for a task that got an error of its own. */
    static ProviderException unanswered(ProviderError error, Reply reply, UUID task) {
        boolean credentials = error.meaning() == ProviderError.Meaning.AUTHORISATION;
        return new ProviderException(
                credentials ? Kind.REFUSED : Kind.BUSY,
                "The service did not say how task " + task + " stands: " + error + "."
                        + (credentials ? " The task goes on. " + CHECK_KEY : ""),
                Optional.of(task),
                Optional.of(error),
                reply.retryAfter());
    }

    /** A question for a task whose answer says nothing about it. */
    static ProviderException unreadable(Reply reply, UUID task) {
        int status = reply.status();
        Optional<ProviderError> error = reply.json()
                .flatMap(json -> Answer.of(json, status).faults().stream().findFirst())
                .map(Answer.Fault::error);
        if (error.isPresent() || status == 401 || status == 403) {
            ProviderError known = error.orElseGet(() -> ofStatus(reply));
            return unanswered(known, reply, task);
        }
        boolean misplaced = isMisplaced(status);
        return new ProviderException(
                misplaced ? Kind.CONFIG : Kind.BUSY,
                "The service did not say how task " + task + " stands: " + reply.quoted() + "."
                        + (misplaced ? " " + CHECK_ENDPOINT : ""),
                Optional.of(task),
                Optional.empty(),
                reply.retryAfter());
    }

    static ProviderException misplaced(Reply reply, UUID task) {
        return new ProviderException(
                Kind.CONFIG,
                "The address of the service answered with " + reply.quoted() + ". " + CHECK_ENDPOINT,
                Optional.of(task),
                Optional.empty(),
                Optional.empty());
    }

    /** Statuses that come from an address where this API is not. */
    static boolean isMisplaced(int status) {
        return status < 200 || (status >= 300 && status < 400) || status == 404 || status == 405 || status == 410;
    }

    /** An error that has only a status and a beginning of a body. */
    static ProviderError ofStatus(Reply reply) {
        int status = reply.status();
        return new ProviderError(
                ErrorTable.meaning("", status), "", reply.excerpt(), List.of(), List.of(), OptionalInt.of(status));
    }

    private static String remedy(ProviderError.Meaning meaning) {
        return switch (meaning) {
            case AUTHORISATION -> CHECK_KEY;
            case CREDIT -> "Top up the balance of the account or raise its quota, then run the same command again.";
            case SAFETY -> "Its moderation objects: change the prompt or the input pictures.";
            case NOT_FOUND -> "Check provider.model.";
            case MEDIA_GONE ->
                "A still or clip was uploaded for it just now and is not found there; try again, and if it stays so, ask"
                        + " the service's support.";
            default -> "Change the request as the service says.";
        };
    }
}
