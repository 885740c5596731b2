// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import com.platewright.media.movie.MovieExtent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What can be seen of a source clip without decoding it.
 *
 * @param name of its file
 * @param movie its size and length by its container; empty where it is no movie
 * @param isStill whether it is a picture that stands still
 */
record Footage(String name, long bytes, Optional<MovieExtent> movie, boolean isStill) {
    /** As much as can be told of a file. */
    static Footage of(Path file) {
        return new Footage(
                String.valueOf(file.getFileName()),
                file.toFile().length(),
                movie(file),
                Still.of(file).kind().isPresent());
    }

    private static Optional<MovieExtent> movie(Path file) {
        try {
            return Optional.of(MovieExtent.of(file));
        } catch (IOException e) {
            return Optional.empty(); // that it is no movie is said by whoever estimates its price or sends it
        }
    }
}
