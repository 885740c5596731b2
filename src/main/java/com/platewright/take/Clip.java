// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.archive.Arrival;
import java.nio.file.Path;
import java.util.Optional;

/** A clip on this storage, or on its way there. */
public sealed interface Clip {
    /** The movie; it came with the frames, or is all there is. */
    Optional<Path> movie();

    /**
     * A clip whose pictures are EXR frames.
     *
     * @param archive a zip, a folder or a single EXR file
     * @param movie that came with the frames
     */
    record Frames(Path archive, Optional<Path> movie) implements Clip {}

    /** A clip that is a movie and nothing else. */
    record Alone(Path file) implements Clip {
        @Override
        public Optional<Path> movie() {
            return Optional.of(file);
        }
    }

    /**
     * A clip whose frames are still coming.
     *
     * @param archive where they will be
     * @param film that is here already and tells how many there will be
     */
    record Arriving(Path archive, Arrival arrival, Path film) implements Clip {
        @Override
        public Optional<Path> movie() {
            return Optional.of(film);
        }
    }
}
