// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.archive.Arrival;
import com.platewright.element.ElementFolder;
import com.platewright.element.Staging;
import com.platewright.files.Lease;
import com.platewright.files.StorageException;
import com.platewright.plan.ShotPlan;
import com.platewright.shot.Version;
import com.platewright.take.Clip;
import com.platewright.take.Take;
import com.platewright.take.TakeFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

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
    private Optional<Awaited> awaited = Optional.empty();
    private Optional<Future<DeliveryRun.Done>> going = Optional.empty();
    private volatile boolean fetched;

    /**
     * What would be delivered.
     *
     * @param archive where the frames will be
     * @param film where their movie comes before them
     */
    private record Awaited(Version version, Path archive, Path film, Optional<Outcome.Purchased> task) {}

    EarlyDelivery(ShotPlan plan, Setup setup, ElementFolder element, Lease lease) {
        this.plan = plan;
        this.setup = setup;
        this.element = element;
        this.lease = lease;
    }

    /** From now on, what arrives of a rendition of a take may be begun with, unless it is delivered already. */
    void await(Take take, Version version, int rendition, Outcome before) throws StorageException {
        if (new Making(element, version).delivered().isEmpty()) {
            TakeFiles files = new TakeFiles(take);
            awaited = Optional.of(new Awaited(version, files.frames(rendition), files.movie(rendition), before.task()));
        }
    }

    /** The first bytes of a file that is being fetched can be read. */
    void arrived(Path part, long bytes) {
        if (awaited.isEmpty() || !String.valueOf(part.getFileName()).startsWith(name(awaited.get()))) {
            return;
        }
        if (going.isEmpty() && Files.isRegularFile(awaited.get().film())) {
            begin(awaited.get());
        }
        arrival.arrived(part, bytes);
    }

    private static String name(Awaited clip) {
        return String.valueOf(clip.archive().getFileName());
    }

    private void begin(Awaited clip) {
        Progress later = (step, share, words) -> {
            if (fetched) {
                setup.progress().at(step, share, words);
            }
        };
        Clip coming = new Clip.Arriving(clip.archive(), arrival, clip.film());
        going = Optional.of(thread.submit(() -> DeliveryRun.prepare(plan, setup, later, element, clip.version(), lease)
                .run(coming, clip.task())));
    }

    /** What was made of a clip that is here and proved; empty if it does not count, or nothing was begun. Waits. */
    Optional<DeliveryRun.Done> finish(Version version, Clip clip) throws StorageException, InterruptedException {
        if (going.isEmpty()) {
            return Optional.empty();
        }
        fetched = true;
        if (clip instanceof Clip.Frames frames
                && version.equals(awaited.orElseThrow().version())) {
            arrival.proved(frames.archive());
        } else {
            arrival.voided("another clip or version came of it");
        }
        try {
            DeliveryRun.Done done = going.get().get();
            going = Optional.empty();
            return Optional.of(done);
        } catch (ExecutionException e) {
            discard();
            String why = String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            setup.progress().at(Step.DELIVER, 0, "begins anew from the whole clip: " + why);
            return Optional.empty();
        }
    }

    /** Ends what is still going on, and removes what it has made; after an interrupt, that is left to the next run. */
    private void discard() throws StorageException {
        arrival.voided("the run has ended");
        thread.shutdownNow();
        try {
            if (going.isPresent()
                    && thread.awaitTermination(1, TimeUnit.MINUTES)
                    && going.get().isDone()) {
                closeRun(going.get());
                new Staging(element).remove(awaited.orElseThrow().version(), lease.fence());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        going = Optional.empty();
    }

    private static void closeRun(Future<DeliveryRun.Done> ended) throws InterruptedException {
        try {
            ended.get().run().close();
        } catch (ExecutionException e) {
            // it has closed itself, and why it failed is of no interest any more
        }
    }

    @Override
    public void close() throws StorageException {
        discard();
    }
}
