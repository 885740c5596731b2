// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.delivery.Delivered;
import com.platewright.files.StorageException;
import com.platewright.shot.Resolution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Examines many plates at a time. */
final class PlateExams {
    private final Path folder;
    private final Resolution size;
    private final List<Delivered.Plate> plates;

    PlateExams(Path folder, Resolution size, List<Delivered.Plate> plates) {
        this.folder = folder;
        this.size = size;
        this.plates = plates;
    }

    /** The results in the order of the plates. */
    List<PlateExam.Result> run(int workers, IntConsumer onPlate) throws StorageException, InterruptedException {
        SortedMap<Integer, PlateExam.Result> results = Collections.synchronizedSortedMap(new TreeMap<>());
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            try (PlateExam exam = new PlateExam(folder, size)) {
                for (int i = next.getAndIncrement(); i < plates.size(); i = next.getAndIncrement()) {
                    results.put(i, exam.examine(plates.get(i)));
                    onPlate.accept(results.size());
                }
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            for (Future<Void> each : threads.invokeAll(Collections.nCopies(workers, worker))) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            threads.shutdownNow();
        }
        return new ArrayList<>(results.values());
    }

    private static StorageException failure(ExecutionException e) {
        if (e.getCause() instanceof StorageException storage) {
            return storage;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("plates could not be examined", e);
    }
}
