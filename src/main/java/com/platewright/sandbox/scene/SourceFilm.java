// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.media.MediaException;
import com.platewright.media.RgbPicture;
import com.platewright.media.movie.MovieReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a movie for painters that ask for them roughly in order: each is decoded once, and kept until as many later
 * ones as there may be painters are there. Who asks for one that is gone pays with a new beginning. For any number of threads.
 */
final class SourceFilm implements AutoCloseable {
    private final Path file;
    private final int kept;
    private final Map<Integer, RgbPicture> window = new LinkedHashMap<>();
    private @Nullable MovieReader reader;
    private int next;

    /** @param painters that ask at a time */
    SourceFilm(Path file, int painters) {
        this.file = file;
        this.kept = painters + 2;
    }

    /**
     * A frame, counted from 0; after the last one, the last one.
     *
     * @throws IOException where the file is no movie or does not decode
     */
    synchronized RgbPicture frame(int index) throws IOException {
        if (index < next && !window.containsKey(index)) {
            rewind();
        }
        while (next <= index && decode(index)) {
            next++;
        }
        RgbPicture found = window.get(Math.min(index, next - 1));
        if (found == null) {
            throw new MediaException(file + ": holds no moving picture");
        }
        return found;
    }

    /** Adds the next frame to the window; false after the last. Frames that nobody will see are not turned into R'G'B'. */
    private boolean decode(int wanted) throws IOException {
        MovieReader film = reader == null ? MovieReader.open(file, 1) : reader;
        reader = film;
        if (next < wanted - kept && film.skip()) {
            return true;
        }
        Optional<RgbPicture> picture = film.next();
        picture.ifPresent(p -> window.put(next, p));
        if (window.size() > kept) {
            window.remove(window.keySet().iterator().next());
        }
        return picture.isPresent();
    }

    private void rewind() {
        close();
        window.clear();
        next = 0;
    }

    @Override
    public synchronized void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
