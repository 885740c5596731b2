// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.crew.Result;
import com.platewright.delivery.Delivered;
import com.platewright.files.StorageException;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Examines many plates at a time: some already while others are made, as soon as they are on the disk. What was found then
 * counts only for the very bytes that the file still has when all are judged.
 */
final class PlateExams implements AutoCloseable {
    private final Path folder;
    private final ExecutorService threads;
    private final Map<Delivered.Plate, Future<PlateExam.Result>> early = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<PlateExam> idle = new ConcurrentLinkedQueue<>();

    /** @param folder that the plates' paths are relative to */
    PlateExams(Path folder, ExecutorService threads) {
        this.folder = folder;
        this.threads = threads;
    }

    /** From any thread: a plate that is on the disk. */
    void begin(Delivered.Plate plate, Resolution size) {
        early.put(plate, threads.submit(() -> examine(plate, size)));
    }

    /** The results in the order of the plates. */
    List<PlateExam.Result> results(List<Delivered.Plate> plates, Resolution size, IntConsumer onPlate)
            throws IOException, InterruptedException {
        List<Future<PlateExam.Result>> running = new ArrayList<>();
        for (Delivered.Plate plate : plates) {
            running.add(threads.submit(() -> result(plate, size)));
        }
        List<PlateExam.Result> results = new ArrayList<>();
        for (Future<PlateExam.Result> each : running) {
            results.add(Result.of(each));
            onPlate.accept(results.size());
        }
        return results;
    }

    private PlateExam.Result result(Delivered.Plate plate, Resolution size)
            throws StorageException, InterruptedException {
        Optional<PlateExam.Result> before = before(plate);
        boolean stands =
                before.isPresent() && before.get().sealed().difference(folder).isEmpty();
        return stands ? before.get() : examine(plate, size);
    }

    /** An exam that failed beside the other work, for want of memory perhaps, is held once more. */
    private Optional<PlateExam.Result> before(Delivered.Plate plate) throws InterruptedException {
        Future<PlateExam.Result> begun = early.get(plate);
        try {
            return begun == null ? Optional.empty() : Optional.of(begun.get());
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }

    private PlateExam.Result examine(Delivered.Plate plate, Resolution size) throws StorageException {
        PlateExam free = idle.poll();
        PlateExam exam = free == null ? new PlateExam(folder, size) : free;
        try {
            return exam.examine(plate);
        } finally {
            idle.add(exam);
        }
    }

    /** Only once no exam is going on any more. */
    @Override
    public void close() {
        for (PlateExam exam = idle.poll(); exam != null; exam = idle.poll()) {
            exam.close();
        }
    }
}
