// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.crew.Result;
import com.platewright.media.MediaException;
import com.platewright.media.MovieFacts;
import com.platewright.media.movie.MovieProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Decodes movies beside other work, several at a time: what a decoder leaves of the cores, another uses. */
final class MovieExams {
    private final ExecutorService threads;
    private final int workers;
    private final Map<Path, Future<MovieFacts>> running = new ConcurrentHashMap<>();

    /** @param workers that one movie's decoder may use */
    MovieExams(ExecutorService threads, int workers) {
        this.threads = threads;
        this.workers = workers;
    }

    /** Begins with a movie, unless that was done. From any thread. */
    void begin(Path movie) {
        running.computeIfAbsent(movie, file -> threads.submit(() -> MovieProbe.probe(file, workers)));
    }

    /**
     * What a movie holds that was begun.
     *
     * @throws MediaException it does not decode
     */
    MovieFacts result(Path movie) throws IOException, InterruptedException {
        Future<MovieFacts> exam = running.get(movie);
        if (exam == null) {
            throw new IllegalArgumentException(movie + " was not among the movies to examine");
        }
        return Result.of(exam);
    }
}
