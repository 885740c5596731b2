// SPDX-License-Identifier: Apache-2.0
package com.platewright.crew;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends threads and waits for them, whatever interrupts the waiting: what they use is freed next. */
public final class Ending {
    private Ending() {}

    /** A step that waits. */
    private interface Wait {
        /** Whether it is over. */
        boolean isOver() throws InterruptedException;
    }

    /** Interrupts all work, begins no more, and waits for what was going on. */
    public static void of(ExecutorService threads) {
        threads.shutdownNow();
        await(() -> threads.awaitTermination(1, TimeUnit.MINUTES));
    }

    /** Interrupts a thread and waits for its end. */
    public static void of(Thread thread) {
        thread.interrupt();
        await(() -> {
            thread.join();
            return true;
        });
    }

    private static void await(Wait wait) {
        boolean interrupted = false;
        boolean over = false;
        while (!over) {
            try {
                over = wait.isOver();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
