// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Hands frames to workers in order, and gathers what they found. After a damaged frame the rest is only looked at. */
final class FrameQueue {
    private final int count;
    private final IntConsumer onFrame;
    private final SortedMap<Integer, SourceFrame> found = new TreeMap<>();
    private final SortedMap<Integer, String> damaged = new TreeMap<>();

    /** Whoever waits here for a desk must not keep others from telling what they found: a lock of its own. */
    private final Object turnstile = new Object();

    private int next;

    FrameQueue(int count, IntConsumer onFrame) {
        this.count = count;
        this.onFrame = onFrame;
    }

    /**
     * A frame to work on.
     *
     * @param begun whether the desks have begun it; if not, it is only to be looked at
     */
    record Turn(int index, boolean begun) {}

    /** The next frame, begun at these desks unless the pass has failed already; empty when there is none left. */
    Optional<Turn> take(List<Lane.Desk> desks) throws IOException, InterruptedException {
        synchronized (turnstile) {
            if (next == count) {
                return Optional.empty();
            }
            Turn turn = new Turn(next++, isSound());
            if (turn.begun()) {
                for (Lane.Desk desk : desks) {
                    desk.begin(turn.index());
                }
            }
            return Optional.of(turn);
        }
    }

    private synchronized boolean isSound() {
        return damaged.isEmpty();
    }

    void found(SourceFrame frame) {
        int done;
        synchronized (this) {
            found.put(frame.index(), frame);
            done = found.size() + damaged.size();
        }
        onFrame.accept(done);
    }

    synchronized void damaged(int index, String sentence) {
        damaged.put(index, sentence);
    }

    synchronized FramePass.Findings findings(List<StageTime> stages) {
        return new FramePass.Findings(List.copyOf(found.values()), List.copyOf(damaged.values()), stages);
    }
}
