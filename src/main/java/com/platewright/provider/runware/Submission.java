// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.platewright.provider.Deadline;
import com.platewright.provider.GenerationTask;
import com.platewright.provider.MediaInput;
import com.platewright.provider.ProviderException;
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
 * the service says so ({@code conflictTaskUUID}), and if it did not, it does now. A refusal of the request itself holds
 * for every sending. A refusal of ours (credit, credentials) after an open outcome does not tell about the earlier
 * sending, so the task is asked for before anything is concluded.
 */
final class Submission {
    private final GenerationTask task;
    private final Deadline deadline;
    private final Wire wire;
    private final MediaShelf shelf;
    private final Retries retries;
    private final VideoProvider provider;
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
        while (true) {
            Setback setback;
            try {
                Reply reply = send();
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
                throw doubt
                        ? Sentences.doubtful(task.id(), setback)
                        : Sentences.busy("task " + task.id(), task.id(), setback);
            }
        }
    }

    private Reply send() throws UnansweredException, ProviderException, InterruptedException {
        Map<MediaInput, String> media = shelf.place(task.request().operation().media(), deadline);
        return wire.post(TaskWriter.generation(task.id(), task.request(), media));
    }

    /** The end of the submission, unless the same has to be sent again. */
    private Optional<Acceptance> conclude(Verdict verdict, Reply reply) throws ProviderException, InterruptedException {
        return switch (verdict.outcome()) {
            case ACCEPTED -> Optional.of(Acceptance.ACCEPTED);
            case KNOWN -> Optional.of(Acceptance.ALREADY_KNOWN);
            case REFUSED -> throw refused(verdict);
            case MISPLACED -> throw doubt ? doubtful(verdict, verdict.said()) : Sentences.misplaced(reply, task.id());
            case DENIED -> Optional.of(askAfter(verdict));
            case MEDIA_GONE -> {
                renewMedia(verdict);
                yield Optional.empty();
            }
            case UNCLEAR -> {
                if (unclear) {
                    throw refused(verdict);
                }
                unclear = true;
                doubt = true;
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

    /** Looks whether an earlier sending got through, now that sending is denied. */
    private Acceptance askAfter(Verdict denied) throws ProviderException, InterruptedException {
        if (!doubt) {
            throw refused(denied);
        }
        try {
            if (!(provider.poll(task.id()) instanceof TaskState.Unheard)) {
                return Acceptance.ALREADY_KNOWN;
            }
        } catch (ProviderException e) {
            throw doubtful(denied, denied.said() + "; and then: " + e.getMessage());
        }
        throw doubtful(denied, "an earlier sending had no clear answer, and now it says " + denied.said());
    }

    private ProviderException doubtful(Verdict denied, String said) {
        return Sentences.doubtful(task.id(), new Setback(said, denied.error(), Optional.empty()));
    }

    private ProviderException refused(Verdict verdict) {
        return Sentences.refused("task " + task.id(), task.id(), verdict.error().orElseThrow());
    }
}
