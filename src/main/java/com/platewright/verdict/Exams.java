// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.delivery.Delivered;
import com.platewright.shot.Resolution;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Exams of single files, some of which go on already while others are made. From any thread. */
public final class Exams implements AutoCloseable {
    private final ExecutorService threads;
    private final PlateExams plates;
    private final MovieExams movies;

    /**
     * Nothing is examined yet.
     *
     * @param folder that the plates' paths are relative to
     * @param workers files that are examined at a time
     */
    public Exams(Path folder, int workers) {
        this.threads = Executors.newFixedThreadPool(workers);
        this.plates = new PlateExams(folder, threads);
        this.movies = new MovieExams(threads);
    }

    /** Begins with a plate that is on the disk. What is found counts only if the file stays as it is. */
    public void begin(Delivered.Plate plate, Resolution size) {
        plates.begin(plate, size);
    }

    /** Begins with a movie that nobody changes any more. */
    public void begin(Path movie) {
        movies.begin(movie);
    }

    PlateExams plates() {
        return plates;
    }

    MovieExams movies() {
        return movies;
    }

    /** Waits for the exams that are going on; those that were not begun are left out. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
                plates.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the process is ending; what is still in use stays
        }
    }
}
