// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.element.ElementFolder;
import com.platewright.element.Job;
import com.platewright.element.Manifest;
import com.platewright.element.Versions;
import com.platewright.files.Lease;
import com.platewright.files.LeaseOwner;
import com.platewright.plan.ShotPlan;
import com.platewright.shot.Version;
import com.platewright.take.Take;
import com.platewright.take.TakeStanding;
import com.platewright.take.TakeStanding.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a shot stands, read from its folder without touching it. A run that is alive may be one step further.
 *
 * @param takes all that anything is known of; none for an import
 * @param current the take that a run would work on; empty for an import
 * @param version the number of this plan's version: published, reserved, or else the next free one
 * @param reserved whether that number belongs to this plan already
 * @param done the steps that a run would not take again
 * @param outcome what a run would say if it ended here
 * @param lease who works on the shot now
 * @param newTake whether the run would be one with {@code --new-take}, which takes no other shot's clip
 */
public record Standing(
        List<TakeStanding> takes,
        Optional<TakeStanding> current,
        Version version,
        boolean reserved,
        Set<Step> done,
        Outcome outcome,
        Optional<LeaseOwner> lease,
        boolean newTake) {
    public Standing {
        takes = List.copyOf(takes);
        done = Collections.unmodifiableSet(done.isEmpty() ? EnumSet.noneOf(Step.class) : EnumSet.copyOf(done));
    }

    /** Whether a run from here sends an order that the provider charges for. */
    public boolean wouldBuy() {
        return !done.contains(Step.PUBLISH)
                && current.map(TakeStanding::state)
                        .filter(s -> s == State.PLANNED || s == State.REFUSED)
                        .isPresent();
    }

    /** As {@link #of(ShotPlan, boolean)}, of a plain run. */
    public static Standing of(ShotPlan plan) throws IOException {
        return of(plan, false);
    }

    /**
     * Reads where the shot of a plan stands.
     *
     * @param newTake whether a run would work on another take where the last one is used up
     * @throws IOException the journal, a record or the storage cannot be read
     */
    public static Standing of(ShotPlan plan, boolean newTake) throws IOException {
        ElementFolder element =
                new ElementFolder(plan.element(), plan.show().numbering().versionPadding());
        Selection selection = new Selection(plan, element);
        Optional<Take> working = newTake ? selection.another(Progress.NONE) : selection.working();
        Optional<TakeStanding> current =
                working.isPresent() ? Optional.of(TakeStanding.of(working.get())) : Optional.empty();
        List<TakeStanding> takes = known(selection.all(), current);
        int rendition = selection.rendition(working);
        Job job = Job.of(plan.recipe(), working.map(Take::task), rendition);
        Versions versions = new Versions(element);
        Optional<Version> own = versions.of(job);
        EnumSet<Step> done = EnumSet.noneOf(Step.class);
        Outcome outcome = acquired(current, rendition, done);
        if (own.isPresent()) {
            outcome = made(plan, element, own.get(), versions.isPublished(own.get(), job), done, outcome);
        }
        return new Standing(
                takes,
                current,
                own.isPresent() ? own.get() : versions.next(),
                own.isPresent(),
                done,
                outcome,
                Lease.owner(element.lease()),
                newTake);
    }

    private static List<TakeStanding> known(List<Take> takes, Optional<TakeStanding> current) throws IOException {
        List<TakeStanding> standings = new ArrayList<>();
        for (Take take : takes) {
            standings.add(TakeStanding.of(take));
        }
        return standings.isEmpty() ? current.stream().toList() : standings;
    }

    /** The first two steps. An import has nothing to generate and nothing to fetch. */
    private static Outcome acquired(Optional<TakeStanding> current, int rendition, Set<Step> done) {
        if (current.isEmpty()) {
            done.addAll(List.of(Step.GENERATE, Step.FETCH));
            return Outcome.NONE;
        }
        TakeStanding take = current.get();
        boolean bought = take.state() == State.BOUGHT || take.state() == State.FETCHED;
        if (bought) {
            done.add(Step.GENERATE);
        }
        if (take.state() == State.FETCHED) {
            done.add(Step.FETCH);
        }
        Status status =
                switch (take.state()) {
                    case PLANNED, REFUSED -> Status.PLANNED;
                    case SENT, LOST, BOUGHT -> Status.PENDING;
                    case FAILED -> Status.FAILED;
                    case FETCHED -> Status.FETCHED;
                };
        return Outcome.NONE
                .at(status)
                .with(new Outcome.Purchased(
                        take.task(), take.take().number(), rendition, bought, take.charged(), List.of()));
    }

    /** The last three steps. */
    private static Outcome made(
            ShotPlan plan, ElementFolder element, Version version, boolean published, Set<Step> done, Outcome before)
            throws IOException {
        Path folder = element.version(version);
        Optional<Manifest> manifest = published ? Manifest.read(folder) : Optional.empty();
        if (manifest.isPresent()) {
            done.addAll(EnumSet.allOf(Step.class));
            return Published.outcome(manifest.get(), folder, before);
        }
        Outcome outcome = before.with(element.label(version));
        Making making = new Making(element, version);
        Optional<Making.Noted> noted = making.delivered();
        if (noted.isEmpty()) {
            return outcome;
        }
        done.add(Step.DELIVER);
        Path staging = making.staging(noted.get().staging());
        outcome = outcome.at(Status.DELIVERED)
                .with(staging, noted.get().delivered().pieces());
        Optional<Making.Judged> judged = making.judged(noted.get(), plan);
        if (judged.isEmpty()) {
            return outcome;
        }
        boolean passed = judged.get().passed();
        if (passed) {
            done.add(Step.VERIFY);
        }
        Path report = passed ? staging.resolve("qc") : making.folder().resolve("qc");
        return outcome.at(passed ? Status.VERIFIED : Status.REJECTED)
                .with(new Outcome.Verdict(
                        passed,
                        judged.get().errors(),
                        judged.get().warnings(),
                        report.resolve(Report.JSON),
                        report.resolve(Report.HTML),
                        List.of()));
    }
}
