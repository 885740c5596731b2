// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Waits for a task until it ends or the deadline comes. Silence, a busy service, refused credentials and lost
 * connections are waited out: none of them says anything about the task.
 */
public final class TaskWatch {
    /** How long credentials or the address may be refused without a break before a person is called. */
    private static final Duration REFUSAL_PATIENCE = Duration.ofMinutes(1);

    /** Empty answers in a row after which the archive is asked, and between two such questions. */
    private static final int SILENCE = 3;

    private static final int LONG_SILENCE = 10;

    /**
     * What was bought.
     *
     * @param exr whether every rendition comes with frames
     */
    public record Wanted(int results, boolean exr) {
        public static Wanted of(GenerationRequest request) {
            return new Wanted(request.results(), request.output().exr());
        }
    }

    /** Hears every answer as it comes, for progress and to save early what has arrived early. */
    public interface Listener {
        void heard(TaskState state);

        /** A question that failed; the wait goes on. */
        void troubled(ProviderException trouble);
    }

    private final VideoProvider provider;
    private final Cadence cadence;
    private final Timekeeper time;
    private final int lastingly;

    /**
     * @param lastingly answers without news after which an answer that is no end is taken for one: fewer results than were
     *     ordered, a success without files, an error of which it is not sure that it is about the task
     */
    public TaskWatch(VideoProvider provider, Cadence cadence, Timekeeper time, int lastingly) {
        this.provider = provider;
        this.cadence = cadence;
        this.time = time;
        this.lastingly = lastingly;
    }

    /**
     * Asks at once, then by the cadence, and for the last time at the deadline.
     *
     * @return what came; with failures beside it if part of a task failed
     * @throws ProviderException FAILED if the service failed the task; BUSY if the deadline came first; REFUSED or
     *     CONFIG if the service would not talk to us for a minute on end. Only FAILED ends the task
     */
    public Results await(UUID task, Wanted wanted, Deadline deadline, Listener listener)
            throws ProviderException, InterruptedException {
        return new Vigil(task, deadline, listener, new Harvest(wanted, lastingly)).keep();
    }

    /** One wait. */
    private final class Vigil {
        private final UUID task;
        private final Deadline deadline;
        private final Listener listener;
        private final Harvest harvest;
        private int silent;
        private Optional<TaskState> lastState = Optional.empty();
        private Optional<ProviderException> trouble = Optional.empty();
        private Optional<Deadline> refusal = Optional.empty();

        Vigil(UUID task, Deadline deadline, Listener listener, Harvest harvest) {
            this.task = task;
            this.deadline = deadline;
            this.listener = listener;
            this.harvest = harvest;
        }

        Results keep() throws ProviderException, InterruptedException {
            for (int n = 0; ; n++) {
                boolean last = deadline.passed();
                ask(last);
                if (harvest.complete()) {
                    return harvest.outcome(task);
                }
                if (last) {
                    throw overdue();
                }
                Duration asked = Cadence.atLeast(trouble.flatMap(ProviderException::retryAfter));
                Duration wait = cadence.step(n).compareTo(asked) > 0 ? cadence.step(n) : asked;
                time.sleep(wait.compareTo(deadline.left()) < 0 ? wait : deadline.left());
            }
        }

        private void ask(boolean last) throws ProviderException, InterruptedException {
            try {
                TaskState state = provider.poll(task);
                trouble = Optional.empty();
                refusal = Optional.empty();
                silent = state instanceof TaskState.Unheard ? silent + 1 : 0;
                hear(isForTheArchive(state, last) ? archived().orElse(state) : state);
            } catch (ProviderException e) {
                endure(e);
            }
        }

        private void hear(TaskState state) {
            lastState = Optional.of(state);
            listener.heard(state);
            harvest.take(state);
        }

        private boolean isForTheArchive(TaskState state, boolean last) {
            if (state instanceof TaskState.Failed failed) {
                return failed.error().meaning() == ProviderError.Meaning.NOT_FOUND;
            }
            return state instanceof TaskState.Unheard && (last || silent == SILENCE || silent % LONG_SILENCE == 0);
        }

        private Optional<TaskState> archived() throws InterruptedException {
            try {
                return provider.recall(task);
            } catch (ProviderException e) {
                listener.troubled(e);
                return Optional.empty();
            }
        }

        private void endure(ProviderException e) throws ProviderException {
            trouble = Optional.of(e);
            listener.troubled(e);
            if (e.kind() == ProviderException.Kind.BUSY) {
                refusal = Optional.empty();
            } else if (refusal.isEmpty()) {
                refusal = Optional.of(Deadline.after(REFUSAL_PATIENCE, time));
            } else if (refusal.get().passed()) {
                throw e;
            }
        }

        private ProviderException overdue() {
            String message = "Task " + task + " has not ended within "
                    + deadline.length().toSeconds() + " s: "
                    + standing()
                    + trouble.map(t -> " The last question failed: " + t.getMessage())
                            .orElse("")
                    + " The task is not lost; it goes on at the service, and the same command later takes it up again at"
                    + " no cost.";
            return new ProviderException(
                    ProviderException.Kind.BUSY,
                    message,
                    Optional.of(task),
                    trouble.flatMap(ProviderException::error),
                    trouble.flatMap(ProviderException::retryAfter));
        }

        private String standing() {
            int arrived = harvest.arrived().renditions().size();
            String come = arrived == 0 ? "" : " " + arrived + " of the renditions asked for came.";
            if (lastState.isEmpty()) {
                return "no answer to any question came.";
            }
            if (lastState.get() instanceof TaskState.Running running) {
                String progress = running.progress().isPresent()
                        ? ", " + running.progress().getAsInt() + " %"
                        : "";
                return "the service says \"" + running.word() + "\"" + progress + "." + come;
            }
            if (lastState.get() instanceof TaskState.Unheard unheard) {
                return "the service says nothing of it"
                        + unheard.said().map(e -> " (" + e + ")").orElse("") + "." + come;
            }
            return "not everything that was asked for came." + come;
        }
    }
}
