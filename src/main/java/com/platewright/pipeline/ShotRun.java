// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.archive.ArchiveException;
import com.platewright.element.ElementFolder;
import com.platewright.element.Job;
import com.platewright.element.Manifest;
import com.platewright.element.Versions;
import com.platewright.files.AlreadyPublishedException;
import com.platewright.files.Lease;
import com.platewright.files.LeaseHeldException;
import com.platewright.files.LeaseLostException;
import com.platewright.files.Publication;
import com.platewright.ledger.BudgetException;
import com.platewright.ledger.Ledger;
import com.platewright.media.MediaException;
import com.platewright.money.Money;
import com.platewright.plan.Estimate;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.provider.ProviderException;
import com.platewright.shot.Version;
import com.platewright.take.Bought;
import com.platewright.take.Clip;
import com.platewright.take.SpendUnknownException;
import com.platewright.take.Take;
import com.platewright.take.TakeFailedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run over one shot: the main flow. {@link #outcome} tells how far it came, also after it failed. */
public final class ShotRun {
    private final ShotPlan plan;
    private final Setup setup;
    private final ElementFolder element;
    private final Versions versions;
    private final Selection selection;
    private Outcome outcome = Outcome.NONE;

    public ShotRun(ShotPlan plan, Setup setup) {
        this.plan = plan;
        this.setup = setup;
        this.element = new ElementFolder(plan.element(), plan.show().numbering().versionPadding());
        this.versions = new Versions(element);
        this.selection = new Selection(plan, element);
    }

    /** What is known so far. */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Takes these steps; those before them must have been taken. What is done already is not done again.
     *
     * @throws BudgetException a cap or the approval gate forbids the purchase; nothing was sent
     * @throws IOException what storage, transfer, archive, codecs, the ledger or the journal had to say
     */
    public void run(Set<Step> steps)
            throws PreflightException, ProviderException, TakeFailedException, SpendUnknownException, BudgetException,
                    LeaseHeldException, LeaseLostException, AlreadyPublishedException, IOException,
                    InterruptedException {
        Optional<Take> take = take(steps);
        if (isPublished(take)) {
            return;
        }
        Preflight.check(plan);
        try (Lease lease = Lease.take(element.lease(), plan.show().lease().ttl())) {
            if (isPublished(take)) {
                return; // by the run that held the lease until now
            }
            try (EarlyDelivery early = new EarlyDelivery(plan, setup, element, lease)) {
                Job job = job(take); // once: whoever picks another rendition meanwhile picks it for the next run
                Clip clip = clip(steps, job, take, lease, early);
                if (steps.contains(Step.DELIVER) || steps.contains(Step.VERIFY) || steps.contains(Step.PUBLISH)) {
                    version(steps, job, take, clip, new VersionRun(plan, setup, element, lease, early), lease);
                }
            }
        }
    }

    private void version(Set<Step> steps, Job job, Optional<Take> take, Clip clip, VersionRun making, Lease lease)
            throws PreflightException, LeaseLostException, AlreadyPublishedException, IOException,
                    InterruptedException {
        Version version = versions.reserve(job);
        outcome = outcome.with(element.label(version));
        try {
            outcome = making.run(steps, job, version, clip, outcome);
        } catch (ArchiveException | MediaException e) {
            if (take.isPresent()) {
                new Aftermath(plan.shot(), setup.tool(), take.get(), lease).unreadable(e);
            }
            throw e;
        }
        if (outcome.status() == Status.REJECTED && take.isPresent()) {
            new Aftermath(plan.shot(), setup.tool(), take.get(), lease).rejected(outcome, clip);
        }
    }

    /**
     * Notes that whoever asked has been told how this run ended. Until then, the same command with {@code --new-take} buys
     * nothing more: the run that was to tell may have been killed.
     */
    public void told() throws IOException {
        selection.told();
    }

    /** Generates and fetches, as far as this run shall and nobody has yet. */
    private Clip clip(Set<Step> steps, Job job, Optional<Take> take, Lease lease, EarlyDelivery early)
            throws PreflightException, ProviderException, TakeFailedException, SpendUnknownException, BudgetException,
                    LeaseLostException, IOException, InterruptedException {
        if (plan.source() instanceof Source.Imported imported) {
            outcome = outcome.at(Status.FETCHED);
            return imported(imported);
        }
        Source.Generated wanted = plan.generated().orElseThrow();
        try (Acquisition acquisition = Acquisition.open(plan, wanted, take.orElseThrow(), setup, lease)) {
            Stopwatch generating = Stopwatch.start();
            boolean reused = acquisition.bought().isPresent();
            int rendition = job.rendition();
            outcome = outcome.with(new Outcome.Purchased(
                    take.get().task().toString(), take.get().number(), rendition, reused, Optional.empty(), List.of()));
            if (!steps.contains(Step.GENERATE) && !reused) {
                throw PreflightException.missing(Step.GENERATE);
            }
            Bought bought = acquisition.buy();
            selection.bought(take.get());
            outcome = outcome.at(Status.PENDING)
                    .with(new Outcome.Purchased(
                            bought.task(),
                            take.get().number(),
                            rendition,
                            reused || isOfAnother(bought, take.get()),
                            bought.charged(),
                            notes(bought, take.get(), wanted.estimate())))
                    .took(Step.GENERATE, generating.seconds());
            setup.progress().at(Step.GENERATE, 1, reused ? "bought before" : "bought");
            if (steps.equals(Set.of(Step.GENERATE))) {
                return new Clip.Alone(element.folder()); // nobody looks at it
            }
            Stopwatch fetching = Stopwatch.start();
            if (!steps.contains(Step.FETCH) && acquisition.fetched(rendition).isEmpty()) {
                throw PreflightException.missing(Step.FETCH);
            }
            if (steps.contains(Step.DELIVER)) {
                early.expect(take.get(), versions.expected(job), rendition, outcome);
            }
            Clip clip = acquisition.fetch(bought, rendition, early);
            outcome = outcome.at(Status.FETCHED).took(Step.FETCH, fetching.seconds());
            setup.progress().at(Step.FETCH, 1, "here and proved");
            return clip;
        }
    }

    /** What whoever asked should know of a purchase that was not the ordinary one. */
    private static List<String> notes(Bought bought, Take take, Estimate estimate) {
        if (isOfAnother(bought, take)) {
            return List.of("Nothing was bought: task " + bought.task() + " was bought for the same request elsewhere in"
                    + " this show, and its clip is used. --new-take buys another.");
        }
        List<String> notes = new ArrayList<>();
        bought.shortfall().ifPresent(notes::add);
        bought.charged().flatMap(charged -> excess(charged, estimate)).ifPresent(notes::add);
        return notes;
    }

    private static Optional<String> excess(BigDecimal charged, Estimate estimate) {
        return estimate.money()
                .filter(expected -> charged.compareTo(expected.amount()) > 0)
                .map(expected -> "The service charged " + new Money(charged, Ledger.CURRENCY) + " and the estimate was "
                        + expected + ": caps and approvals went by the estimate. Compare the price table that"
                        + " provider.prices names with the service's.");
    }

    /** Whether it was bought for another shot, or another element of this one. */
    private static boolean isOfAnother(Bought bought, Take take) {
        return !bought.task().equals(take.task().toString());
    }

    private static Clip imported(Source.Imported imported) {
        return imported.exr()
                .<Clip>map(frames -> new Clip.Frames(frames, imported.movie()))
                .orElseGet(() -> new Clip.Alone(imported.movie().orElseThrow()));
    }

    /** The take to work on; empty for an import. */
    private Optional<Take> take(Set<Step> steps) throws IOException {
        boolean another = setup.newTake() && steps.contains(Step.GENERATE);
        return another ? selection.another(setup.progress()) : selection.working();
    }

    private Job job(Optional<Take> take) throws IOException {
        return Job.of(plan.recipe(), take.map(Take::task), selection.rendition(take));
    }

    /** Whether all is done already, and still is what it was. */
    private boolean isPublished(Optional<Take> take) throws IOException {
        Job job = job(take);
        Optional<Version> version = versions.of(job);
        if (version.isEmpty() || !versions.isPublished(version.get(), job)) {
            return false;
        }
        Manifest manifest = Manifest.read(element.version(version.get())).orElseThrow();
        List<String> differences = manifest.differences(element.version(version.get()));
        if (!differences.isEmpty()) {
            throw new ChangedVersionException(differences);
        }
        Publication.protect(element.version(version.get()));
        outcome = Published.outcome(manifest, element.version(version.get()), outcome);
        return true;
    }
}
