// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.delivery.DamagedFramesException;
import com.platewright.element.ElementFolder;
import com.platewright.element.Job;
import com.platewright.element.Manifest;
import com.platewright.element.Versions;
import com.platewright.files.AlreadyPublishedException;
import com.platewright.files.Lease;
import com.platewright.files.LeaseHeldException;
import com.platewright.files.LeaseLostException;
import com.platewright.files.Publication;
import com.platewright.files.StorageException;
import com.platewright.journal.JournalException;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.provider.ProviderException;
import com.platewright.qc.Check;
import com.platewright.shot.Version;
import com.platewright.take.Bought;
import com.platewright.take.Clip;
import com.platewright.take.SpendUnknownException;
import com.platewright.take.Take;
import com.platewright.take.TakeFailedException;
import com.platewright.take.TakeLog;
import com.platewright.take.Takes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One run over one shot: the main flow. {@link #outcome} tells how far it came, also after it failed. */
public final class ShotRun {
    private final ShotPlan plan;
    private final Setup setup;
    private final ElementFolder element;
    private final Versions versions;
    private Outcome outcome = Outcome.NONE;

    public ShotRun(ShotPlan plan, Setup setup) {
        this.plan = plan;
        this.setup = setup;
        this.element = new ElementFolder(plan.element(), plan.show().numbering().versionPadding());
        this.versions = new Versions(element);
    }

    /** What is known so far. */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Takes these steps; those before them must have been taken. What is done already is not done again.
     *
     * @throws IOException what storage, transfer, archive, codecs or the journal had to say
     */
    public void run(Set<Step> steps)
            throws PreflightException, ProviderException, TakeFailedException, SpendUnknownException,
                    LeaseHeldException, LeaseLostException, AlreadyPublishedException, IOException,
                    InterruptedException {
        Optional<Take> take = take();
        if (isPublished(take)) {
            return;
        }
        Preflight.check(plan);
        try (Lease lease = Lease.take(element.lease(), plan.show().lease().ttl())) {
            if (isPublished(take)) {
                return; // by the run that held the lease until now
            }
            Clip clip = clip(steps, take, lease);
            if (steps.contains(Step.DELIVER) || steps.contains(Step.VERIFY) || steps.contains(Step.PUBLISH)) {
                Job job = job(take);
                Version version = versions.reserve(job);
                outcome = outcome.with(element.label(version));
                VersionRun making = new VersionRun(plan, setup, element, take, lease);
                try {
                    outcome = making.run(steps, job, version, clip, outcome);
                } catch (DamagedFramesException e) {
                    unusable(take, lease, String.valueOf(e.getMessage()));
                    throw e;
                }
                if (outcome.status() == Status.REJECTED) {
                    unusable(take, lease, outcome.version().orElseThrow() + " was rejected");
                    discard(clip.movie());
                }
            }
        }
    }

    /** Lets another take be bought in the place of this one. */
    private void unusable(Optional<Take> take, Lease lease, String why) throws JournalException, StorageException {
        if (take.isPresent()) {
            try (TakeLog log = TakeLog.open(take.get(), plan.shot(), setup.tool(), lease.fence())) {
                log.unusable(why);
            }
        }
    }

    /** A movie has no checksum that fetching could look at: one that does not decode is fetched anew by the next run. */
    private void discard(Optional<Path> movie) throws StorageException {
        if (plan.generated().isEmpty() || movie.isEmpty() || !isUndecodable(movie.get())) {
            return;
        }
        try {
            Files.deleteIfExists(movie.get());
        } catch (IOException e) {
            throw StorageException.of("remove the damaged", movie.get(), e);
        }
    }

    private boolean isUndecodable(Path movie) {
        return outcome.verdict().stream()
                .flatMap(verdict -> verdict.findings().stream())
                .filter(finding -> finding.check().equals(Check.FILE_DECODES.id()))
                .anyMatch(finding -> finding.where().equals(String.valueOf(movie.getFileName())));
    }

    /** Generates and fetches, as far as this run shall and nobody has yet. */
    private Clip clip(Set<Step> steps, Optional<Take> take, Lease lease)
            throws PreflightException, ProviderException, TakeFailedException, SpendUnknownException,
                    LeaseLostException, IOException, InterruptedException {
        if (plan.source() instanceof Source.Imported imported) {
            outcome = outcome.at(Status.FETCHED);
            return new Clip(imported.exr(), imported.movie());
        }
        Source.Generated wanted = plan.generated().orElseThrow();
        try (Acquisition acquisition = Acquisition.open(plan, wanted, take.orElseThrow(), setup, lease)) {
            Stopwatch generating = Stopwatch.start();
            boolean reused = acquisition.bought().isPresent();
            outcome = outcome.with(new Outcome.Purchased(
                    take.get().task().toString(), take.get().number(), reused, Optional.empty()));
            if (!steps.contains(Step.GENERATE) && !reused) {
                throw PreflightException.missing(Step.GENERATE);
            }
            Bought bought = acquisition.buy();
            outcome = outcome.at(Status.PENDING)
                    .with(new Outcome.Purchased(bought.task(), take.get().number(), reused, bought.charged()))
                    .took(Step.GENERATE, generating.seconds());
            setup.progress().at(Step.GENERATE, 1, reused ? "bought before" : "bought");
            if (steps.equals(Set.of(Step.GENERATE))) {
                return new Clip(element.folder(), Optional.empty());
            }
            Stopwatch fetching = Stopwatch.start();
            if (!steps.contains(Step.FETCH) && acquisition.fetched().isEmpty()) {
                throw PreflightException.missing(Step.FETCH);
            }
            Clip clip = acquisition.fetch(bought);
            outcome = outcome.at(Status.FETCHED).took(Step.FETCH, fetching.seconds());
            setup.progress().at(Step.FETCH, 1, "here and proved");
            return clip;
        }
    }

    /** The take to work on; empty for an import. */
    private Optional<Take> take() throws IOException {
        if (plan.generated().isEmpty()) {
            return Optional.empty();
        }
        Takes takes = new Takes(element, plan.shot(), plan.generated().get().digest());
        Optional<Take> latest = takes.latest();
        if (!setup.newTake() || latest.isEmpty()) {
            return Optional.of(takes.current());
        }
        Instant doubtful = Instant.now().minus(plan.show().provider().reserved());
        boolean usedUp = versions.usesTake(latest.get().task().toString()) || TakeLog.isOver(latest.get(), doubtful);
        return Optional.of(usedUp ? takes.next() : latest.get());
    }

    private Job job(Optional<Take> take) {
        Optional<UUID> task = take.map(Take::task);
        return Job.of(plan.recipe(), task);
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
