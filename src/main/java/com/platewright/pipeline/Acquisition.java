// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.archive.ArchiveLimits;
import com.platewright.delivery.StillForModel;
import com.platewright.element.ElementFolder;
import com.platewright.files.Lease;
import com.platewright.files.LeaseLostException;
import com.platewright.files.StorageException;
import com.platewright.journal.JournalException;
import com.platewright.ledger.BudgetException;
import com.platewright.ledger.Ledger;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.provider.Cadence;
import com.platewright.provider.Deadline;
import com.platewright.provider.GenerationRequest;
import com.platewright.provider.MediaInput;
import com.platewright.provider.ProviderException;
import com.platewright.provider.TaskState;
import com.platewright.provider.TaskWatch;
import com.platewright.provider.Timekeeper;
import com.platewright.provider.VideoProvider;
import com.platewright.rules.Stills;
import com.platewright.show.ShowConfig;
import com.platewright.take.Adoption;
import com.platewright.take.Bought;
import com.platewright.take.Clip;
import com.platewright.take.Fetch;
import com.platewright.take.Purchase;
import com.platewright.take.SpendUnknownException;
import com.platewright.take.Take;
import com.platewright.take.TakeFailedException;
import com.platewright.take.TakeFiles;
import com.platewright.take.TakeLog;
import com.platewright.transfer.Downloader;
import com.platewright.transfer.TransferLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The first two steps for a clip that is bought: the purchase and the way home. */
final class Acquisition implements Closeable {
    /** Largest file that a provider may send, in bytes. */
    private static final long LARGEST_DOWNLOAD = 1L << 40;

    private final ShotPlan plan;
    private final Source.Generated wanted;
    private final Setup setup;
    private final Lease lease;
    private final TakeLog log;

    private Acquisition(ShotPlan plan, Source.Generated wanted, Setup setup, Lease lease, TakeLog log) {
        this.plan = plan;
        this.wanted = wanted;
        this.setup = setup;
        this.lease = lease;
        this.log = log;
    }

    static Acquisition open(ShotPlan plan, Source.Generated wanted, Take take, Setup setup, Lease lease)
            throws JournalException, StorageException {
        TakeLog log = TakeLog.open(take, plan.shot(), setup.tool(), lease.fence());
        return new Acquisition(plan, wanted, setup, lease, log);
    }

    /** What was bought before; empty if nothing was. */
    Optional<Bought> bought() throws JournalException {
        return log.bought();
    }

    /** What was fetched before; empty if nothing was. */
    Optional<Clip> fetched(int rendition) throws JournalException {
        return new TakeFiles(log.take()).clip(log, wanted.buysExr(), rendition);
    }

    Bought buy()
            throws ProviderException, TakeFailedException, SpendUnknownException, BudgetException, LeaseLostException,
                    IOException, InterruptedException {
        Books books = new Books(plan, setup.progress());
        Optional<Bought> before = bought();
        if (before.isPresent()) {
            books.heal();
            return before.get();
        }
        if (log.sentAt().isEmpty()) {
            Optional<Bought> elsewhere = takeOver();
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
            refuse(DraftPick.refusal(plan));
        }
        try (Ledger ledger = books.open()) {
            setup.progress()
                    .at(Step.GENERATE, 0, "asking " + plan.show().provider().name());
            VideoProvider provider = setup.door().open(plan);
            Purchase.Terms terms = new Purchase.Terms(
                    deadline(),
                    plan.show().provider().reserved(),
                    books.booking(ledger, books.order(wanted, log.take(), setup.approved())),
                    lease::confirm);
            return new Purchase(log, provider, watch(provider), terms).buy(sendable(), new Telling());
        }
    }

    /** What the show has bought for another shot, unless it is to be bought once more. */
    private Optional<Bought> takeOver() throws BudgetException, IOException {
        if (setup.newTake()) {
            return Optional.empty();
        }
        refuse(Reuse.refusal(plan, wanted));
        Optional<Reuse> reuse = Reuse.taken(plan);
        if (reuse.isEmpty()) {
            return Optional.empty();
        }
        setup.progress()
                .at(Step.GENERATE, 1, "nothing is bought: " + reuse.get().words() + "; --new-take buys another");
        return Optional.of(Adoption.adopt(reuse.get().take(), log));
    }

    private static void refuse(Optional<String> why) throws BudgetException {
        if (why.isPresent()) {
            throw new BudgetException(List.of(why.get()));
        }
    }

    /** The request with every OpenEXR still as the picture that the model reads. */
    private GenerationRequest sendable() throws IOException, InterruptedException {
        Map<MediaInput, MediaInput> prepared = new HashMap<>();
        for (MediaInput input : wanted.request().operation().media()) {
            if (Stills.isExr(input.file())) {
                ElementFolder element = new ElementFolder(
                        plan.element(), plan.show().numbering().versionPadding());
                String digest = input.contentDigest().replaceFirst("^[^:]*:", "");
                Path png = StillForModel.convert(plan.show(), input.file(), element.still(digest));
                prepared.put(input, new MediaInput(png, input.contentDigest()));
            }
        }
        return wanted.request().with(input -> prepared.getOrDefault(input, input));
    }

    Clip fetch(Bought bought, int rendition, EarlyDelivery early)
            throws ProviderException, IOException, InterruptedException {
        Optional<Clip> before = fetched(rendition);
        if (before.isPresent()) {
            return before.get();
        }
        setup.progress().at(Step.FETCH, 0, "asking for the results");
        VideoProvider provider = setup.door().open(plan);
        ShowConfig.Transfer transfer = plan.show().transfer();
        ShowConfig.Archive archive = plan.show().archive();
        Downloader downloader = new Downloader(
                "platewright/" + setup.tool(),
                new TransferLimits(transfer.idleTimeout(), transfer.deadline(), transfer.attempts(), LARGEST_DOWNLOAD));
        Fetch.Rules rules = new Fetch.Rules(
                new ArchiveLimits(archive.entries(), archive.entryBytes(), archive.totalBytes()),
                transfer.refetch(),
                setup.workers(),
                deadline());
        return new Fetch(log, watch(provider), downloader, rules)
                .run(wanted.request(), bought, rendition, (part, bytes, total) -> {
                    told(part, bytes, total);
                    early.arrived(part, bytes, total);
                });
    }

    private void told(Path part, long bytes, OptionalLong total) {
        double share = total.isPresent() ? Math.min(1, (double) bytes / total.getAsLong()) : 0;
        String file = String.valueOf(part.getFileName()).replaceFirst("\\.part$", "");
        setup.progress().at(Step.FETCH, share, bytes / 1_000_000 + " MB of " + file);
    }

    private TaskWatch watch(VideoProvider provider) {
        ShowConfig.Poll poll = plan.show().provider().poll();
        Cadence cadence = new Cadence(poll.first(), poll.factor(), poll.longest());
        return new TaskWatch(provider, cadence, Timekeeper.system(), poll.settledAnswers());
    }

    private Deadline deadline() {
        return Deadline.after(plan.show().provider().deadline(), Timekeeper.system());
    }

    @Override
    public void close() throws StorageException {
        log.close();
    }

    /** What the provider says while it works, as progress. */
    private final class Telling implements TaskWatch.Listener {
        @Override
        public void heard(TaskState state) {
            if (state instanceof TaskState.Running running) {
                OptionalInt percent = running.progress();
                setup.progress().at(Step.GENERATE, percent.orElse(0) / 100.0, running.word() + percentage(percent));
            }
        }

        private static String percentage(OptionalInt percent) {
            return percent.isPresent() ? " " + percent.getAsInt() + " %" : "";
        }

        @Override
        public void troubled(ProviderException trouble) {
            setup.progress().at(Step.GENERATE, 0, "will ask again: " + trouble.getMessage());
        }
    }
}
