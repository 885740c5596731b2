// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.frame.FrameMeasure;
import com.platewright.frame.Picture;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Runs every frame of a source through every lane. Workers take frames in order; a damaged frame does not end the search
 * for others, so that all of them can be named, but nothing more is written after the first.
 */
public final class FramePass {
    private final FrameSource source;
    private final List<Lane> lanes;
    private final FrameRange range;
    private final Format format;
    private final IntConsumer onFrame;

    private final SortedMap<Integer, FrameMeasure> measures = new TreeMap<>();
    private final SortedMap<Integer, String> damaged = new TreeMap<>();
    private int next;

    /** What every frame of the clip is. */
    public record Format(Resolution size, Picture.Sample sample) {}

    /**
     * What the pass found.
     *
     * @param measures of every frame that decoded, in order
     * @param damaged a sentence for every frame that did not; if there is one, the lanes hold nothing of use
     */
    public record Findings(List<FrameMeasure> measures, List<String> damaged) {}

    /**
     * @param range the numbers that the frames get, as many as the source has
     * @param onFrame told how many frames are done, from any thread
     */
    public FramePass(FrameSource source, List<Lane> lanes, FrameRange range, Format format, IntConsumer onFrame) {
        if (range.count() != source.count()) {
            throw new IllegalArgumentException(range + " is not a range of " + source.count() + " frames");
        }
        this.source = source;
        this.lanes = List.copyOf(lanes);
        this.range = range;
        this.format = format;
        this.onFrame = onFrame;
    }

    /** Runs the pass once, with so many workers. Finishing and closing the lanes is the caller's. */
    public Findings run(int workers) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        CompletionService<Void> running = new ExecutorCompletionService<>(threads);
        try {
            for (int i = 0; i < workers; i++) {
                running.submit(this::work, null);
            }
            for (int i = 0; i < workers; i++) {
                running.take().get();
            }
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
        return new Findings(List.copyOf(measures.values()), List.copyOf(damaged.values()));
    }
}
