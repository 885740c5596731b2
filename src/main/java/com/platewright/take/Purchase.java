// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.files.Durable;
import com.platewright.files.LeaseLostException;
import com.platewright.files.Publication;
import com.platewright.files.StorageException;
import com.platewright.journal.JournalException;
import com.platewright.ledger.BudgetException;
import com.platewright.ledger.Entry;
import com.platewright.ledger.LedgerException;
import com.platewright.ledger.State;
import com.platewright.provider.Deadline;
import com.platewright.provider.GenerationRequest;
import com.platewright.provider.GenerationTask;
import com.platewright.provider.ProviderException;
import com.platewright.provider.Results;
import com.platewright.provider.TaskState;
import com.platewright.provider.TaskWatch;
import com.platewright.provider.VideoProvider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Buys a take, or goes on where a run was killed while it bought it. The only place that spends. */
public final class Purchase {
    private final TakeLog log;
    private final VideoProvider provider;
    private final TaskWatch watch;
    private final Terms terms;
    private List<String> said = List.of();

    /**
     * How patient and how careful.
     *
     * @param deadline of this run's wait
     * @param reserved how long the service surely knows an id
     * @param booking where the purchase is counted, and may be refused
     * @param stillOwner asked before anything is sent: that nobody else has the shot
     */
    public record Terms(Deadline deadline, Duration reserved, Booking booking, Publication.Condition stillOwner) {}

    public Purchase(TakeLog log, VideoProvider provider, TaskWatch watch, Terms terms) {
        this.log = log;
        this.provider = provider;
        this.watch = watch;
        this.terms = terms;
    }

    /**
     * Waits until the take is bought. Costs nothing if it is already.
     *
     * @throws ProviderException REFUSED, BUSY, UNCERTAIN, CONFIG or INPUT: the same call later costs nothing more
     * @throws TakeFailedException the service failed it, now or before
     * @throws SpendUnknownException it was sent so long ago that only a person can tell
     * @throws BudgetException a cap or the approval gate forbids it; nothing was sent
     */
    public Bought buy(GenerationRequest request, TaskWatch.Listener listener)
            throws ProviderException, TakeFailedException, SpendUnknownException, BudgetException, LedgerException,
                    LeaseLostException, JournalException, StorageException, InterruptedException {
        Optional<Bought> before = log.bought();
        if (before.isPresent()) {
            return before.get();
        }
        if (log.failure().isPresent()) {
            throw new TakeFailedException(log.failure().get() + " Nothing was sent now; --new-take buys another take.");
        }
        if (!isKnownElsewhere() && !isSurelyThere(log.sentAt())) {
            submit(request);
        }
        try {
            Results results =
                    watch.await(log.take().task(), TaskWatch.Wanted.of(request), terms.deadline(), keeping(listener));
            return record(request, results);
        } catch (ProviderException e) {
            throw failure(e);
        }
    }

    private void submit(GenerationRequest request)
            throws ProviderException, BudgetException, LedgerException, LeaseLostException, JournalException,
                    StorageException, InterruptedException {
        boolean sentBefore = log.sentAt().isPresent();
        if (!sentBefore) {
            terms.booking().reserve();
            log.sending(terms.booking().order());
            terms.booking().sent();
        }
        terms.stillOwner().confirm();
        try {
            provider.submit(new GenerationTask(log.take().task(), request, sentBefore), terms.deadline());
        } catch (ProviderException e) {
            String said = String.valueOf(e.getMessage());
            if (e.kind() == ProviderException.Kind.REFUSED) {
                log.refused(said);
                terms.booking().released(said);
            } else if (!sentBefore && isSurelyUnsent(e.kind())) {
                log.unsent(said);
                terms.booking().released(said);
            }
            throw e;
        }
    }

    /** Whether nothing was accepted; of an id that was sent before, this says nothing. */
    private static boolean isSurelyUnsent(ProviderException.Kind kind) {
        return kind == ProviderException.Kind.BUSY || kind == ProviderException.Kind.CONFIG;
    }

    /**
     * Whether only the ledger knows that it was sent, because the journal is gone, and the service has it. It is not sent
     * again then: the service may have forgotten its id, though it has the clip, and would charge it anew.
     */
    private boolean isKnownElsewhere()
            throws ProviderException, SpendUnknownException, LedgerException, JournalException, StorageException,
                    InterruptedException {
        Optional<Entry> before =
                log.sentAt().isPresent() ? Optional.empty() : terms.booking().before();
        if (before.isEmpty()) {
            return false;
        }
        if (isThere()) {
            return true;
        }
        boolean longAgo = before.get().ordered().plus(terms.reserved()).isBefore(Instant.now());
        if (before.get().state() != State.SENT || longAgo) {
            throw lost("The ledger has task " + log.take().task() + " as "
                    + before.get().state().word() + " since " + before.get().changed()
                    + ", its journal is gone, and the service answers that it does not know it.");
        }
        log.sending(terms.booking().order()); // what follows is not the first sending
        return false;
    }

    /** Whether the service still has a task of which it may have forgotten the id. Never sends it again. */
    private boolean isSurelyThere(Optional<Instant> sent)
            throws ProviderException, SpendUnknownException, JournalException, StorageException, InterruptedException {
        if (sent.isEmpty() || sent.get().plus(terms.reserved()).isAfter(Instant.now())) {
            return false;
        }
        if (isThere()) {
            return true;
        }
        SpendUnknownException unknown = lost("Task " + log.take().task() + " was sent at " + sent.get()
                + ", longer ago than the service surely remembers an id (provider.reserved_h), and the service answers"
                + " that it does not know it. It may have been charged or not.");
        terms.booking().doubted(String.valueOf(unknown.getMessage()));
        throw unknown;
    }

    private boolean isThere() throws ProviderException, InterruptedException {
        TaskState state = provider.poll(log.take().task());
        return !(state instanceof TaskState.Unheard)
                || provider.recall(log.take().task()).isPresent();
    }

    private SpendUnknownException lost(String what) throws JournalException, StorageException {
        List<String> history = log.history();
        String unknown = what + " Look it up in the service's account, and buy anew with --new-take if it never ran or"
                + " its clip is lost."
                + (history.isEmpty() ? "" : " What is known: " + String.join("; ", history));
        log.lost(unknown);
        return new SpendUnknownException(unknown);
    }

    private Bought record(GenerationRequest request, Results results) throws JournalException, StorageException {
        save(results.evidence());
        List<String> clips =
                results.renditions().stream().map(Results.Rendition::uuid).toList();
        Bought bought = new Bought(
                log.take().task().toString(), request.results(), clips, results.cost(), shortfall(request, results));
        if (log.sentAt().isEmpty()) {
            log.sending(terms.booking().order()); // so that the journal tells the whole purchase again
        }
        log.bought(bought);
        terms.booking().bought(bought);
        return bought;
    }

    /** What was paid for, or may have been, and did not come. */
    private Optional<String> shortfall(GenerationRequest request, Results results) {
        List<String> missing = new ArrayList<>();
        int came = results.renditions().size();
        if (came < request.results()) {
            missing.add(came + " of " + request.results() + " clips came. "
                    + (results.failures().isEmpty()
                            ? "The service does not say what became of the others."
                            : "Of the others the service says: "
                                    + results.failures().get(0) + "."));
        }
        for (int i = 0; i < came; i++) {
            if (request.output().exr() && !results.renditions().get(i).has(Results.Kind.EXR)) {
                missing.add(
                        "Clip " + (i + 1) + " of " + came + " came without the EXR frames that were bought with it.");
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" ", missing) + " What came is kept, and the service's answer is in "
                        + log.take().reply() + ": ask it for the rest or the money.");
    }

    private ProviderException failure(ProviderException e)
            throws TakeFailedException, JournalException, StorageException {
        if (e.kind() != ProviderException.Kind.FAILED) {
            return e;
        }
        if (!said.isEmpty()) {
            save(said);
        }
        log.failed(String.valueOf(e.getMessage()));
        terms.booking().failed(String.valueOf(e.getMessage()));
        throw new TakeFailedException(String.valueOf(e.getMessage()));
    }

    /** Remembers the last answer that told of an end, for whoever asks the service for the money. */
    private TaskWatch.Listener keeping(TaskWatch.Listener listener) {
        return new TaskWatch.Listener() {
            @Override
            public void heard(TaskState state) {
                if (state instanceof TaskState.Failed failed) {
                    said = List.of(failed.evidence());
                } else if (state instanceof TaskState.Running running
                        && !running.results().evidence().isEmpty()) {
                    said = running.results().evidence();
                }
                listener.heard(state);
            }

            @Override
            public void troubled(ProviderException trouble) {
                listener.troubled(trouble);
            }
        };
    }

    private void save(List<String> evidence) throws StorageException {
        byte[] text = ("[\n" + String.join(",\n", evidence) + "\n]\n").getBytes(StandardCharsets.UTF_8);
        Durable.write(log.take().reply(), text);
    }
}
