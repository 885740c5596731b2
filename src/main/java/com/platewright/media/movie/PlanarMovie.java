// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.media.MediaException;
import com.platewright.media.SampleFormat;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes the pictures of a movie one by one, in the order of presentation, and leaves their samples as they are coded. */
public final class PlanarMovie implements AutoCloseable {
    private final DecodedPictures pictures;

    private PlanarMovie(DecodedPictures pictures) {
        this.pictures = pictures;
    }

    /**
     * Opens a movie.
     *
     * @param threads for decoding; 0 means one per core
     * @throws MediaException when the file is no movie
     * @throws IOException when the disk refuses
     */
    public static PlanarMovie open(Path file, int threads) throws IOException {
        return new PlanarMovie(DecodedPictures.open(file, threads));
    }

    /**
     * Decodes the next picture.
     *
     * @param size and {@code format} that every picture of the movie has
     * @return false after the last
     * @throws MediaException where the file is cut short, does not decode, or changes its size or format
     */
    public boolean next(Resolution size, SampleFormat format, PlanarPicture into) throws IOException {
        if (!pictures.advance()) {
            return false;
        }
        AVFrame frame = pictures.frame();
        Resolution found = new Resolution(frame.width(), frame.height());
        String name = PlaneFormats.name(frame);
        if (!found.equals(size) || !name.equals(format.name())) {
            throw new MediaException(pictures.file() + ": its pictures change from " + size + " " + format.name()
                    + " to " + found + " " + name + "; a plate has one format");
        }
        into.hold(frame);
        return true;
    }

    @Override
    public void close() {
        pictures.close();
    }
}
