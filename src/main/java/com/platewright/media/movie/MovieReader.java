// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.ColourCodes;
import com.platewright.binding.ffmpeg.RgbScaler;
import com.platewright.media.MediaException;
import com.platewright.media.RgbPicture;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pictures of a movie one by one, in the order of presentation, as R'G'B' for the eye. The matrix and range
 * are those that the coded pictures say, else the container, else Rec. 709 in narrow range; transfer function and
 * primaries are left as they are.
 */
public final class MovieReader implements AutoCloseable {
    private final DecodedPictures pictures;
    private @Nullable RgbScaler scaler;

    private MovieReader(DecodedPictures pictures) {
        this.pictures = pictures;
    }

    /**
     * Opens a movie.
     *
     * @param threads for decoding; 0 means one per core
     * @throws MediaException when the file is no movie
     * @throws IOException when the disk refuses
     */
    public static MovieReader open(Path file, int threads) throws IOException {
        return new MovieReader(DecodedPictures.open(file, threads));
    }

    /**
     * The next picture, or empty after the last.
     *
     * @throws MediaException where the file is cut short or does not decode
     */
    public Optional<RgbPicture> next() throws IOException {
        return skip() ? Optional.of(picture(pictures.frame())) : Optional.empty();
    }

    /** Passes over the next picture without turning it into R'G'B'; false after the last. */
    public boolean skip() throws IOException {
        return pictures.advance();
    }

    private RgbPicture picture(AVFrame frame) throws IOException {
        if (scaler == null || !scaler.fits(frame)) {
            closeScaler();
            ColourCodes coded = ColourCodes.of(frame);
            ColourCodes container = pictures.stream().containerColour();
            scaler = RgbScaler.of(pictures.file(), frame, 8, matrix(coded, container), isFullRange(coded, container));
        }
        RgbPicture picture = RgbPicture.allocate(new Resolution(frame.width(), frame.height()));
        scaler.convert(frame).get(picture.pixels());
        return picture;
    }

    private static int matrix(ColourCodes coded, ColourCodes container) {
        int matrix = coded.matrix() == avutil.AVCOL_SPC_UNSPECIFIED ? container.matrix() : coded.matrix();
        return matrix == avutil.AVCOL_SPC_UNSPECIFIED ? avutil.AVCOL_SPC_BT709 : matrix;
    }

    private static boolean isFullRange(ColourCodes coded, ColourCodes container) {
        int range = coded.range() == avutil.AVCOL_RANGE_UNSPECIFIED ? container.range() : coded.range();
        return range == avutil.AVCOL_RANGE_JPEG;
    }

    private void closeScaler() {
        if (scaler != null) {
            scaler.close();
            scaler = null;
        }
    }

    @Override
    public void close() {
        closeScaler();
        pictures.close();
    }
}
