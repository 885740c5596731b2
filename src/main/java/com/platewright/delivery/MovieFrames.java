// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.frame.Picture;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import com.platewright.media.MovieOutline;
import com.platewright.media.movie.PlanarMovie;
import com.platewright.media.movie.PlanarPicture;
import com.platewright.media.pixel.PlaneUnpacker;
import com.platewright.media.pixel.YuvPlanes;
import com.platewright.pass.FrameSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a movie, for the pass: decoded by one reader after the other in the order of the movie, unpacked by all of
 * them at once. Each reader holds one decoded picture, so memory does not grow with the movie.
 */
final class MovieFrames implements FrameSource, AutoCloseable {
    private final Path file;
    private final MovieOutline outline;
    private final PlaneUnpacker.Coding coding;
    private final PlanarMovie movie;
    private int next;
    private @Nullable MediaException damage;

    private MovieFrames(Path file, MovieOutline outline, PlaneUnpacker.Coding coding, PlanarMovie movie) {
        this.file = file;
        this.outline = outline;
        this.coding = coding;
        this.movie = movie;
    }

    static MovieFrames open(Path file, MovieOutline outline, PlaneUnpacker.Coding coding, int threads)
            throws IOException {
        return new MovieFrames(file, outline, coding, PlanarMovie.open(file, threads));
    }

    @Override
    public int count() {
        return outline.frames();
    }

    @Override
    public String name(int index) {
        return file.getFileName() + ": frame " + index;
    }

    @Override
    public Reader reader() {
        return new Unpacking();
    }

    @Override
    public boolean isDamage(IOException failure) {
        return failure instanceof MediaException;
    }

    @Override
    public synchronized void close() {
        movie.close();
    }

    /** Waits for its turn: every index is asked for once, and by one who is not waiting for a later one. */
    private synchronized void decode(int index, PlanarPicture into) throws IOException, InterruptedException {
        while (next != index) {
            wait();
        }
        try {
            if (damage != null) {
                throw damage;
            }
            if (!movie.next(outline.size(), outline.format(), into)) {
                throw new MediaException(
                        file + ": ends after " + index + " of " + count() + " frames; fetch or make the file again");
            }
        } catch (MediaException e) {
            damage = e;
            throw e;
        } finally {
            next++;
            notifyAll();
        }
    }

    /** After the last frame: nothing may follow it. */
    synchronized void end() throws IOException {
        try (PlanarPicture more = new PlanarPicture()) {
            if (damage == null && movie.next(outline.size(), outline.format(), more)) {
                throw new MediaException(file + ": decodes to more than the " + count()
                        + " frames that it announces; fetch or make the file again");
            }
        }
    }

    private final class Unpacking implements Reader {
        private final PlaneUnpacker unpacker = new PlaneUnpacker(outline.format(), outline.size(), coding);
        private final PlanarPicture decoded = new PlanarPicture();

        @Override
        public Optional<ExrHeader> read(int index, Picture into) throws IOException, InterruptedException {
            decode(index, decoded);
            List<YuvPlanes.Plane> planes = IntStream.range(0, 3)
                    .mapToObj(i -> new YuvPlanes.Plane(decoded.plane(i, unpacker.planeLines(i)), decoded.stride(i)))
                    .toList();
            unpacker.unpack(planes, into);
            return Optional.empty();
        }

        @Override
        public void close() {
            decoded.close();
        }
    }
}
