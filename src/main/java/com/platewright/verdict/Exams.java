// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.crew.Ending;
import com.platewright.delivery.Delivered;
import com.platewright.shot.Resolution;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Exams of single files, some of which go on already while others are made. From any thread. */
public final class Exams implements AutoCloseable {
    /** Beside other work, a quarter of the workers examines. */
    private static final int BESIDE = 4;

    private final ThreadPoolExecutor threads;
    private final int workers;
    private final PlateExams plates;
    private final MovieExams movies;

    /**
     * Nothing is examined yet.
     *
     * @param folder that the plates' paths are relative to
     * @param workers files that are examined at a time, once there is nothing else to do
     */
    public Exams(Path folder, int workers) {
        int few = Math.max(1, workers / BESIDE);
        this.threads = new ThreadPoolExecutor(few, few, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        this.workers = workers;
        this.plates = new PlateExams(folder, threads);
        this.movies = new MovieExams(threads, workers);
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

    /** The other work is over. */
    void takeAllWorkers() {
        threads.setMaximumPoolSize(workers);
        threads.setCorePoolSize(workers);
    }

    /** Waits for the exams that are going on; those that were not begun are left out. */
    @Override
    public void close() {
        Ending.of(threads);
        plates.close();
    }
}
