// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.media.MediaException;
import com.platewright.media.MovieFacts;
import com.platewright.media.movie.MovieProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Decodes movies beside other work, several at a time: what a decoder leaves of the cores, another uses. */
final class MovieExams implements AutoCloseable {
    private final ExecutorService threads;
    private final Map<Path, Future<MovieFacts>> running = new HashMap<>();

    /** Begins with all of them. */
    MovieExams(List<Path> movies, int workers) {
        this.threads = Executors.newFixedThreadPool(workers);
        for (Path movie : movies) {
            running.put(movie, threads.submit(() -> MovieProbe.probe(movie)));
        }
    }

    /**
     * What one of them holds.
     *
     * @throws MediaException it does not decode
     */
    MovieFacts result(Path movie) throws IOException, InterruptedException {
        Future<MovieFacts> exam = running.get(movie);
        if (exam == null) {
            throw new IllegalArgumentException(movie + " was not among the movies to examine");
        }
        try {
            return exam.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a movie could not be examined", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
