// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.crew.Ending;
import com.platewright.crew.Result;
import com.platewright.frame.Picture;
import com.platewright.media.colour.ColourTransform;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Runs every frame of a source through every lane. Workers take frames in order; a damaged frame does not end the search
 * for others, so that all of them can be named, but nothing more is written after the first.
 */
public final class FramePass {
    private final FrameSource source;
    private final List<Lane> lanes;
    private final FrameRange range;
    private final Format format;

    /** What every frame of the clip is. */
    public record Format(Resolution size, Picture.Sample sample) {}

    /**
     * What the pass found.
     *
     * @param frames that decoded, in order
     * @param damaged a sentence for every frame that did not; if there is one, the lanes hold nothing of use
     * @param stages where the workers' time went
     */
    public record Findings(List<SourceFrame> frames, List<String> damaged, List<StageTime> stages) {}

    /**
     * A pass that is ready to run.
     *
     * @param range the numbers that the frames get, as many as the source has
     */
    public FramePass(FrameSource source, List<Lane> lanes, FrameRange range, Format format) {
        if (range.count() != source.count()) {
            throw new IllegalArgumentException(range + " is not a range of " + source.count() + " frames");
        }
        this.source = source;
        this.lanes = List.copyOf(lanes);
        this.range = range;
        this.format = format;
    }

    /**
     * Runs once. Finishing and closing the lanes is the caller's.
     *
     * @param workers how many frames are worked on at a time
     * @param onFrame told how many frames are done, from any thread
     */
    public Findings run(int workers, IntConsumer onFrame) throws IOException, InterruptedException {
        PassTimes times = new PassTimes();
        FrameQueue queue = new FrameQueue(source.count(), onFrame);
        Map<ColourTransform, List<Lane>> byColour = lanes.stream().collect(Collectors.groupingBy(Lane::colour));
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        CompletionService<Void> running = new ExecutorCompletionService<>(threads);
        try {
            for (int i = 0; i < workers; i++) {
                running.submit(() -> {
                    try (FrameWorker worker = new FrameWorker(source, range, format, byColour, times)) {
                        worker.run(queue);
                    }
                    return null;
                });
            }
            for (int i = 0; i < workers; i++) {
                Result.of(running.take());
            }
        } finally {
            Ending.of(threads);
        }
        return queue.findings(times.stages());
    }
}
