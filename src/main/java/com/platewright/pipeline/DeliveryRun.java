// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.delivery.Delivered;
import com.platewright.delivery.Delivery;
import com.platewright.delivery.DeliveryOrder;
import com.platewright.element.ElementFolder;
import com.platewright.element.Staging;
import com.platewright.files.Lease;
import com.platewright.files.LeaseLostException;
import com.platewright.files.StorageException;
import com.platewright.pass.PassProfile;
import com.platewright.plan.ShotPlan;
import com.platewright.shot.Resolution;
import com.platewright.shot.Version;
import com.platewright.take.Clip;
import com.platewright.verdict.Exams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One delivery into a staging folder of its own; what is on the disk already is examined beside it. */
final class DeliveryRun implements AutoCloseable {
    private final ShotPlan plan;
    private final Setup setup;
    private final Progress progress;
    private final Version version;
    private final String label;
    private final Path staging;
    private final Exams exams;
    private PassProfile profile = PassProfile.NONE;

    /** A delivery that is over. */
    record Done(Delivered delivered, DeliveryRun run) {}

    private DeliveryRun(ShotPlan plan, Setup setup, Progress progress, Version version, String label, Path staging) {
        this.plan = plan;
        this.setup = setup;
        this.progress = progress;
        this.version = version;
        this.label = label;
        this.staging = staging;
        this.exams = new Exams(staging, setup.workers());
    }

    /** Clears away what earlier runs left of a version and makes room for it. */
    static DeliveryRun prepare(
            ShotPlan plan, Setup setup, Progress progress, ElementFolder element, Version version, Lease lease)
            throws LeaseLostException, StorageException {
        lease.confirm(); // or what is cleared away may be somebody else's
        Staging stagings = new Staging(element);
        stagings.removeAll(version);
        Path staging = stagings.fresh(version, lease.fence());
        return new DeliveryRun(plan, setup, progress, version, element.label(version), staging);
    }

    /** Makes everything that the plan wants of a clip. Closes itself when that fails. */
    Done run(Clip clip, Optional<Outcome.Purchased> task) throws IOException, InterruptedException {
        Map<String, String> provenance = Provenance.of(plan, label, task, setup.tool());
        DeliveryOrder order = new DeliveryOrder(plan, clip, version, staging, provenance, setup.workers());
        boolean whole = false;
        clip.movie().ifPresent(exams::begin);
        try {
            Delivered delivered = Delivery.make(order, new Telling());
            whole = true;
            return new Done(delivered, this);
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    Path staging() {
        return staging;
    }

    Exams exams() {
        return exams;
    }

    /** Where the time went; empty before it is over. */
    PassProfile profile() {
        return profile;
    }

    @Override
    public void close() {
        exams.close();
    }

    /** What a delivery says of itself. */
    private final class Telling implements Delivery.Listener {
        @Override
        public void frames(int done, int all) {
            progress.at(Step.DELIVER, 0.99 * done / all, "frame " + done + " of " + all); // encoders finish later
        }

        @Override
        public void plate(Delivered.Plate plate, Resolution size) {
            exams.begin(plate, size);
        }

        @Override
        public void took(PassProfile found) {
            profile = found;
        }
    }
}
