// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.platewright.provider.Deadline;
import com.platewright.provider.GenerationTask;
import com.platewright.provider.MediaInput;
import com.platewright.provider.ProviderError;
import com.platewright.provider.ProviderError.Meaning;
import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.TaskState;
import com.platewright.provider.VideoProvider;
import com.platewright.provider.VideoProvider.Acceptance;
import com.platewright.provider.runware.Retries.Setback;
import java.util.Map;
import java.util.Optional;

/**
 * Sends one task until the service has said yes, no, or that it had it already; always under the same id.
 *
 * <p>Every answer that leaves the outcome open is answered by sending the same again: if the first sending got through,
 * the service says so ({@code conflictTaskUUID}), and if it did not, it does now. A refusal after an open outcome does
 * not tell about the earlier sending, so the task is asked for before anything is concluded.
 */
final class Submission {
    private final GenerationTask task;
    private final Deadline deadline;
    private final Wire wire;
    private final MediaShelf shelf;
    private final Retries retries;
    private final VideoProvider provider;
    /** Whether a sending whose answer is not known may have got through. */
    private boolean doubt;

    private boolean renewed;
    private boolean unclear;

    Submission(
            GenerationTask task,
            Deadline deadline,
            Wire wire,
            MediaShelf shelf,
            Retries retries,
            VideoProvider provider) {
        this.task = task;
        this.deadline = deadline;
        this.wire = wire;
        this.shelf = shelf;
        this.retries = retries;
        this.provider = provider;
        this.doubt = task.sentBefore();
    }

    Acceptance run() throws ProviderException, InterruptedException {
        try {
            return sendUntilAnswered();
        } catch (ProviderException e) {
            if (!(doubt || unclear) || e.kind() == Kind.UNCERTAIN) {
                throw e;
            }
            return askAfter(e);
        }
    }

    private Acceptance sendUntilAnswered() throws ProviderException, InterruptedException {
        while (true) {
            Setback setback;
            try {
                Map<MediaInput, String> media =
                        shelf.place(task.request().operation().media(), deadline);
                Reply reply = wire.post(TaskWriter.generation(task.id(), task.request(), media));
                Verdict verdict = Verdict.of(reply, task.id());
                Optional<Acceptance> end = conclude(verdict, reply);
                if (end.isPresent()) {
                    return end.get();
                }
                setback = Setback.of(verdict, reply);
            } catch (UnansweredException e) {
                doubt |= e.sent();
                setback = Setback.of(e);
            }
            if (!retries.pause(setback)) {
                throw doubt || unclear
                        ? Sentences.doubtful(task.id(), setback)
                        : Sentences.busy("task " + task.id(), task.id(), setback);
            }
        }
    }

    /** The end of the submission, unless the same has to be sent again. */
    private Optional<Acceptance> conclude(Verdict verdict, Reply reply) throws ProviderException, InterruptedException {
        return switch (verdict.outcome()) {
            case ACCEPTED -> Optional.of(Acceptance.ACCEPTED);
            case KNOWN -> Optional.of(Acceptance.ALREADY_KNOWN);
            case REFUSED, DENIED -> throw refused(verdict);
            case MISPLACED -> throw Sentences.misplaced(reply, task.id());
            case MEDIA_GONE -> {
                renewMedia(verdict);
                yield Optional.empty();
            }
            case UNCLEAR -> {
                if (unclear) {
                    unclear = false; // had the first been taken, the service would know the id now
                    throw refused(verdict);
                }
                unclear = true;
                yield Optional.empty();
            }
            case DOUBT -> {
                doubt = true;
                yield Optional.empty();
            }
            case BUSY -> Optional.empty();
        };
    }

    /** Has the request's files uploaded anew before the next sending, once. */
    private void renewMedia(Verdict verdict) throws ProviderException {
        if (renewed) {
            throw refused(verdict);
        }
        renewed = true;
        task.request().operation().media().forEach(shelf::forget);
    }

    /** Looks whether an earlier sending got through, now that sending again has come to a no. */
    private Acceptance askAfter(ProviderException no) throws ProviderException, InterruptedException {
        String said = no.error().map(ProviderError::toString).orElse(String.valueOf(no.getMessage()));
        try {
            if (!(provider.poll(task.id()) instanceof TaskState.Unheard)) {
                return Acceptance.ALREADY_KNOWN;
            }
        } catch (ProviderException e) {
            throw no.kind() == Kind.CONFIG
                    ? Sentences.configInDoubt(task.id(), no)
                    : doubtful(no, said + "; and then: " + e.getMessage());
        }
        if (no.kind() == Kind.CONFIG) {
            throw Sentences.configInDoubt(task.id(), no);
        }
        if (no.kind() == Kind.INPUT) {
            throw no;
        }
        boolean byAccount = no.error()
                .map(ProviderError::meaning)
                .filter(m -> m == Meaning.AUTHORISATION || m == Meaning.CREDIT)
                .isPresent();
        throw no.kind() == Kind.REFUSED && !byAccount
                ? Sentences.refusedInDoubt(task.id(), said, no.error())
                : doubtful(no, "an earlier sending had no clear answer, and now it says " + said);
    }

    private ProviderException doubtful(ProviderException no, String said) {
        return Sentences.doubtful(task.id(), new Setback(said, no.error(), Optional.empty()));
    }

    private ProviderException refused(Verdict verdict) {
        return Sentences.refused("task " + task.id(), task.id(), verdict.error().orElseThrow());
    }
}
