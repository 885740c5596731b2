// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Files first, then the folders that name them. Links are not followed: their names are in their folder. */
final class TreeSync {
    private static final int AT_A_TIME = 8;

    private TreeSync() {}

    static void run(Path root) throws StorageException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            syncAll(Listing.files(root), workers);
            syncAll(Listing.folders(root), workers);
        } finally {
            workers.shutdownNow();
        }
    }

    private static void syncAll(List<Path> paths, ExecutorService workers) throws StorageException {
        List<Future<Void>> running = new ArrayList<>();
        for (Path path : paths) {
            running.add(workers.submit((Callable<Void>) () -> {
                Durable.sync(path);
                return null;
            }));
        }
        for (int i = 0; i < paths.size(); i++) {
            await(running.get(i), paths.get(i));
        }
    }

    private static void await(Future<Void> sync, Path path) throws StorageException {
        try {
            sync.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException trouble) {
                throw StorageException.of("sync", path, trouble);
            }
            throw new IllegalStateException("syncing " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StorageException.because(
                    StorageException.Trouble.INTERRUPTED,
                    "Interrupted while syncing " + path + ". Run the same command again.");
        }
    }
}
