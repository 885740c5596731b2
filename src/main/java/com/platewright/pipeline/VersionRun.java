// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.delivery.Delivered;
import com.platewright.element.ElementFolder;
import com.platewright.element.Job;
import com.platewright.element.SealedFile;
import com.platewright.files.AlreadyPublishedException;
import com.platewright.files.Durable;
import com.platewright.files.Lease;
import com.platewright.files.LeaseLostException;
import com.platewright.files.Publication;
import com.platewright.files.StorageException;
import com.platewright.pass.PassProfile;
import com.platewright.plan.ShotPlan;
import com.platewright.qc.Check;
import com.platewright.qc.Finding;
import com.platewright.qc.QcReport;
import com.platewright.shot.Severity;
import com.platewright.shot.Version;
import com.platewright.take.Clip;
import com.platewright.verdict.Examination;
import com.platewright.verdict.Examined;
import com.platewright.verdict.Exams;
import com.platewright.verdict.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last three steps: a clip that is here becomes a version that everybody sees, or a rejection with its report. */
final class VersionRun {
    /** Checks that compare the disk with what was written: if they fail, making it again can help. */
    private static final Set<String> READ_BACK =
            Set.of(Check.PLATE_PIXELS.id(), Check.PLATE_HEADER.id(), Check.FILE_DECODES.id());

    private final ShotPlan plan;
    private final Setup setup;
    private final ElementFolder element;
    private final Lease lease;
    private final EarlyDelivery early;

    VersionRun(ShotPlan plan, Setup setup, ElementFolder element, Lease lease, EarlyDelivery early) {
        this.plan = plan;
        this.setup = setup;
        this.element = element;
        this.lease = lease;
        this.early = early;
    }

    Outcome run(Set<Step> steps, Job job, Version version, Clip clip, Outcome before)
            throws PreflightException, LeaseLostException, AlreadyPublishedException, IOException,
                    InterruptedException {
        Making making = new Making(element, version);
        Durable.removeLeftovers(making.folder());
        Optional<Making.Noted> known = making.delivered();
        if (known.isEmpty() && !steps.contains(Step.DELIVER)) {
            throw PreflightException.missing(Step.DELIVER);
        }
        Stopwatch delivering = Stopwatch.start();
        try (Made made = known.isPresent() ? before(making, known.get()) : deliver(making, version, clip, before)) {
            Path staging = making.staging(made.noted().staging());
            Outcome outcome = before.at(Status.DELIVERED)
                    .with(staging, made.noted().delivered().pieces())
                    .took(Step.DELIVER, delivering.seconds())
                    .took(made.profile());
            setup.progress().at(Step.DELIVER, 1, "all deliverables are made");
            boolean more = steps.contains(Step.VERIFY) || steps.contains(Step.PUBLISH);
            return more ? verifyAndPublish(steps, job, making, made, clip, outcome) : outcome;
        }
    }

    private Outcome verifyAndPublish(Set<Step> steps, Job job, Making making, Made made, Clip clip, Outcome before)
            throws PreflightException, LeaseLostException, AlreadyPublishedException, IOException,
                    InterruptedException {
        Making.Noted noted = made.noted();
        Outcome outcome = before;
        Stopwatch verifying = Stopwatch.start();
        Optional<Making.Judged> judged = making.judged(noted, plan).filter(Making.Judged::passed);
        if (judged.isEmpty()) {
            if (!steps.contains(Step.VERIFY)) {
                throw PreflightException.missing(Step.VERIFY);
            }
            outcome = verify(making, made, clip, outcome).took(Step.VERIFY, verifying.seconds());
            if (outcome.status() == Status.REJECTED) {
                return outcome;
            }
            judged = making.judged(noted, plan);
        } else {
            making.confirm(judged.get());
            outcome = outcome.at(Status.VERIFIED).with(verdict(judged.get(), making.staging(noted.staging())));
        }
        setup.progress().at(Step.VERIFY, 1, "passed");
        if (!steps.contains(Step.PUBLISH)) {
            return outcome;
        }
        Stopwatch publishing = Stopwatch.start();
        return publish(making, judged.orElseThrow(), noted, job, outcome).took(Step.PUBLISH, publishing.seconds());
    }

    /** A delivery that waits in staging, and the exams of its files as far as they have begun. */
    private record Made(Making.Noted noted, Exams exams, PassProfile profile) implements AutoCloseable {
        @Override
        public void close() {
            exams.close();
        }
    }

    private Made before(Making making, Making.Noted noted) {
        return new Made(noted, new Exams(making.staging(noted.staging()), setup.workers()), PassProfile.NONE);
    }

    private Made deliver(Making making, Version version, Clip clip, Outcome before)
            throws LeaseLostException, IOException, InterruptedException {
        Optional<DeliveryRun.Done> ahead = early.finish(version, clip);
        DeliveryRun.Done done = ahead.isPresent()
                ? ahead.get()
                : DeliveryRun.prepare(plan, setup, setup.progress(), element, version, lease)
                        .run(clip, before.task());
        try {
            making.delivered(done.run().staging(), done.delivered());
        } catch (StorageException | RuntimeException e) {
            done.run().close();
            throw e;
        }
        String staging = String.valueOf(done.run().staging().getFileName());
        return new Made(
                new Making.Noted(staging, done.delivered()),
                done.run().exams(),
                done.run().profile());
    }

    private Outcome verify(Making making, Made made, Clip clip, Outcome before)
            throws IOException, InterruptedException {
        Making.Noted noted = made.noted();
        Path staging = making.staging(noted.staging());
        Delivered delivered = noted.delivered();
        int plates = Math.max(1, delivered.plates().size());
        Examined examined = Examination.of(
                new Subject(plan, clip, delivered, staging, setup.workers()), made.exams(), done -> setup.progress()
                        .at(Step.VERIFY, done, plates, "plate"));
        QcReport report = examined.report();
        Report pages =
                new Report(plan, before.version().orElseThrow(), before.task(), report, Tools.versions(setup.tool()));
        boolean passed = report.errors() == 0;
        List<SealedFile> files = new ArrayList<>(examined.files());
        if (passed) {
            pages.beside(staging, delivered);
            files.add(SealedFile.of(staging, "qc/" + Report.JSON));
            files.add(SealedFile.of(staging, "qc/" + Report.HTML));
        } else {
            pages.alone(making.folder().resolve("qc"), staging, delivered);
        }
        making.judged(new Making.Judged(
                noted.staging(), Making.rules(plan), passed, report.errors(), report.warnings(), files));
        if (passed) {
            return before.at(Status.VERIFIED).with(verdict(report, staging.resolve("qc")));
        }
        Outcome rejected =
                before.at(Status.REJECTED).with(verdict(report, making.folder().resolve("qc")));
        if (isOfTheDisk(rejected)) {
            making.forget();
        }
        return rejected;
    }

    /** Whether a rejection may come from this storage and not from the clip. */
    static boolean isOfTheDisk(Outcome rejected) {
        return rejected.verdict().orElseThrow().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::check)
                .anyMatch(READ_BACK::contains);
    }

    private static Outcome.Verdict verdict(QcReport report, Path folder) {
        return new Outcome.Verdict(
                report.errors() == 0,
                report.errors(),
                report.warnings(),
                folder.resolve(Report.JSON),
                folder.resolve(Report.HTML),
                report.findings());
    }

    private static Outcome.Verdict verdict(Making.Judged judged, Path staging) {
        Path folder = staging.resolve("qc");
        return new Outcome.Verdict(
                true,
                judged.errors(),
                judged.warnings(),
                folder.resolve(Report.JSON),
                folder.resolve(Report.HTML),
                List.of());
    }

    private Outcome publish(Making making, Making.Judged judged, Making.Noted noted, Job job, Outcome before)
            throws LeaseLostException, AlreadyPublishedException, IOException {
        Path staging = making.staging(noted.staging());
        Durable.removeLeftovers(staging); // or they would be published with it
        making.refuseStrangers(judged);
        new ManifestWriter(plan, job, before, noted.delivered())
                .manifest(judged, Tools.versions(setup.tool()))
                .write(staging);
        setup.progress().at(Step.PUBLISH, 0, "making it visible");
        Path folder = element.folder().resolve(before.version().orElseThrow());
        Publication.publish(staging, folder, lease::confirm);
        setup.progress().at(Step.PUBLISH, 1, before.version().orElseThrow() + " is published");
        Outcome.Verdict verdict = before.verdict().orElseThrow();
        return before.at(Status.PUBLISHED)
                .with(folder, noted.delivered().pieces())
                .with(new Outcome.Verdict(
                        true,
                        verdict.errors(),
                        verdict.warnings(),
                        folder.resolve("qc").resolve(Report.JSON),
                        folder.resolve("qc").resolve(Report.HTML),
                        verdict.findings()));
    }
}
