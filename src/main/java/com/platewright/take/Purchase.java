// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.files.Durable;
import com.platewright.files.LeaseLostException;
import com.platewright.files.Publication;
import com.platewright.files.StorageException;
import com.platewright.journal.JournalException;
import com.platewright.ledger.BudgetException;
import com.platewright.ledger.LedgerException;
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
import java.util.List;
import java.util.Optional;

/** Buys a take, or goes on where a run was killed while it bought it. The only place that spends. */
public final class Purchase {
    private final TakeLog log;
    private final VideoProvider provider;
    private final TaskWatch watch;
    private final Terms terms;

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
        if (!isSurelyThere(log.sentAt())) {
            submit(request);
        }
        try {
            Results results = watch.await(log.take().task(), TaskWatch.Wanted.of(request), terms.deadline(), listener);
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
            if (e.kind() == ProviderException.Kind.REFUSED) {
                log.refused(String.valueOf(e.getMessage()));
                terms.booking().released(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** Whether the service still has a task of which it may have forgotten the id. Never sends it again. */
    private boolean isSurelyThere(Optional<Instant> sent)
            throws ProviderException, SpendUnknownException, JournalException, StorageException, InterruptedException {
        if (sent.isEmpty() || sent.get().plus(terms.reserved()).isAfter(Instant.now())) {
            return false;
        }
        TaskState state = provider.poll(log.take().task());
        if (!(state instanceof TaskState.Unheard)
                || provider.recall(log.take().task()).isPresent()) {
            return true;
        }
        String unknown = "Task " + log.take().task() + " was sent at " + sent.get()
                + ", longer ago than the service surely remembers an id (provider.reserved_h: "
                + terms.reserved().toHours() + " h), and the service answers that it does not know it. It may have been"
                + " charged or not. Look it up in the service's account, and if it never ran, buy anew with --new-take."
                + " What is known: "
                + String.join("; ", log.history());
        log.lost(unknown);
        terms.booking().doubted(unknown);
        throw new SpendUnknownException(unknown);
    }

    private Bought record(GenerationRequest request, Results results) throws JournalException, StorageException {
        save(results.evidence());
        boolean missing =
                request.output().exr() && results.renditions().stream().anyMatch(r -> !r.has(Results.Kind.EXR));
        Bought bought = new Bought(
                log.take().task().toString(),
                results.renditions().size(),
                results.cost(),
                missing,
                shortfall(request, results));
        log.bought(bought);
        terms.booking().bought(bought.charged());
        return bought;
    }

    private Optional<String> shortfall(GenerationRequest request, Results results) {
        int came = results.renditions().size();
        if (came >= request.results()) {
            return Optional.empty();
        }
        return Optional.of(came + " of " + request.results() + " clips came. "
                + (results.failures().isEmpty()
                        ? "The service does not say what became of the others."
                        : "Of the others the service says: "
                                + results.failures().get(0) + ".")
                + " What came is kept, and the service's answer is in "
                + log.take().reply() + ": ask it for the rest or the money.");
    }

    private ProviderException failure(ProviderException e)
            throws TakeFailedException, JournalException, StorageException {
        if (e.kind() != ProviderException.Kind.FAILED) {
            return e;
        }
        log.failed(String.valueOf(e.getMessage()));
        terms.booking().failed(String.valueOf(e.getMessage()));
        throw new TakeFailedException(String.valueOf(e.getMessage()));
    }

    private void save(List<String> evidence) throws StorageException {
        byte[] text = ("[\n" + String.join(",\n", evidence) + "\n]\n").getBytes(StandardCharsets.UTF_8);
        Durable.write(log.take().reply(), text);
    }
}
