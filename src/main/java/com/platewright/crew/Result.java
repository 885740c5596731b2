// SPDX-License-Identifier: Apache-2.0
package com.platewright.crew;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What comes back from work on another thread: its value, or just what it threw. */
public final class Result {
    private Result() {}

    /** Waits. What the work threw is thrown here under its own name, so that nobody has to unwrap it. */
    public static <T> T of(Future<T> work) throws IOException, InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw failure(cause);
        }
    }

    /**
     * What another thread failed of, to be thrown.
     *
     * @throws RuntimeException or an {@link Error}, if that is what it was
     */
    public static IOException failure(Throwable cause) {
        if (cause instanceof IOException failure) {
            return failure;
        }
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        if (cause instanceof Error error) {
            throw error; // want of memory has an exit code of its own
        }
        throw new IllegalStateException("work on another thread failed", cause);
    }
}
