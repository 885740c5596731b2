// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.archive.Arrival;
import com.platewright.crew.Ending;
import com.platewright.element.ElementFolder;
import com.platewright.element.Staging;
import com.platewright.files.Lease;
import com.platewright.files.StorageException;
import com.platewright.plan.ShotPlan;
import com.platewright.shot.Version;
import com.platewright.take.Clip;
import com.platewright.take.Take;
import com.platewright.take.TakeFiles;
import com.platewright.transfer.Downloader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A delivery that begins with the first bytes of its clip. Nothing of it counts before the whole clip is here and proved and
 * turns out to hold what was read; if it does not, everything is made anew from the whole.
 */
final class EarlyDelivery implements AutoCloseable {
    private final ShotPlan plan;
    private final Setup setup;
    private final ElementFolder element;
    private final Lease lease;
    private final Arrival arrival = new Arrival();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private Optional<Expected> expected = Optional.empty();
    private Optional<Future<DeliveryRun.Done>> going = Optional.empty();
    private volatile boolean fetched;

    /**
     * What would be delivered.
     *
     * @param archive where the frames will be
     * @param movie where their movie comes before them
     */
    private record Expected(Version version, Path archive, Path movie, Optional<Outcome.Purchased> task) {}

    EarlyDelivery(ShotPlan plan, Setup setup, ElementFolder element, Lease lease) {
        this.plan = plan;
        this.setup = setup;
        this.element = element;
        this.lease = lease;
    }

    /** From now on, what arrives of a rendition of a take may be begun with, unless it is delivered already. */
    void expect(Take take, Version version, int rendition, Outcome before) throws StorageException {
        if (new Making(element, version).delivered().isEmpty()) {
            TakeFiles files = new TakeFiles(take);
            expected =
                    Optional.of(new Expected(version, files.frames(rendition), files.movie(rendition), before.task()));
        }
    }

    /** The first bytes of a file that is being fetched can be read. */
    void arrived(Path part, long bytes, OptionalLong total) {
        if (expected.isEmpty() || !part.equals(Downloader.part(expected.get().archive()))) {
            return;
        }
        if (going.isEmpty() && Files.isRegularFile(expected.get().movie())) {
            begin(expected.get());
        }
        arrival.arrived(part, bytes, total);
    }

    private void begin(Expected clip) {
        Progress later = (step, share, words) -> {
            if (fetched) {
                setup.progress().at(step, share, words);
            }
        };
        Clip coming = new Clip.Arriving(clip.archive(), arrival, clip.movie());
        going = Optional.of(thread.submit(() -> DeliveryRun.prepare(plan, setup, later, element, clip.version(), lease)
                .run(coming, clip.task())));
    }

    /** What was made of a clip that is here and proved; empty if it does not count, or nothing was begun. Waits. */
    Optional<DeliveryRun.Done> finish(Version version, Clip clip) throws InterruptedException {
        if (going.isEmpty()) {
            return Optional.empty();
        }
        fetched = true;
        if (isExpected(version, clip)) {
            arrival.proved(expected.orElseThrow().archive());
        } else {
            arrival.voided("another clip or version came of it");
        }
        Future<DeliveryRun.Done> result = going.get();
        try {
            DeliveryRun.Done done = result.get();
            going = Optional.empty();
            return Optional.of(done);
        } catch (ExecutionException e) {
            going = Optional.empty(); // it has closed itself
            setup.progress().at(Step.DELIVER, 0, "begins anew from the whole clip: " + reason(e));
            return Optional.empty();
        }
    }

    private boolean isExpected(Version version, Clip clip) {
        Expected one = expected.orElseThrow();
        return clip instanceof Clip.Frames frames
                && frames.archive().equals(one.archive())
                && version.equals(one.version());
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause instanceof IOException ? String.valueOf(cause.getMessage()) : cause.toString();
    }

    /** Ends what is still going on, and removes what it has made. */
    @Override
    public void close() throws StorageException {
        arrival.voided("the run has ended");
        Ending.of(thread);
        if (going.isPresent()) {
            if (going.get().isDone()) {
                closeRun(going.get());
            }
            new Staging(element).remove(expected.orElseThrow().version(), lease.fence());
        }
    }

    private static void closeRun(Future<DeliveryRun.Done> ended) {
        try {
            ended.get().run().close();
        } catch (ExecutionException e) {
            // it has closed itself, and why it failed is of no interest any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
