// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.crew.Ending;
import com.platewright.crew.Result;
import com.platewright.files.Durable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings files to the disk beside the work: to wait for the disk costs no core anything. */
final class PlateSync implements AutoCloseable {
    private static final int AT_A_TIME = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    private final List<Future<Void>> running = new ArrayList<>();

    /**
     * From any thread, for a file that is complete.
     *
     * @param there called once it is on the disk
     */
    synchronized void begin(Path file, Runnable there) {
        running.add(threads.submit((Callable<Void>) () -> {
            Durable.sync(file);
            there.run();
            return null;
        }));
    }

    /** Waits until all of them are there. */
    synchronized void finish() throws IOException, InterruptedException {
        for (Future<Void> sync : running) {
            Result.of(sync);
        }
    }

    @Override
    public void close() {
        Ending.of(threads);
    }
}
