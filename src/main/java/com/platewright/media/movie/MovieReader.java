// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.ColourCodes;
import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.RgbScaler;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.binding.ffmpeg.StreamDecoder;
import com.platewright.media.MediaException;
import com.platewright.media.RgbPicture;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pictures of a movie one by one, in the order of presentation, as R'G'B' for the eye. The matrix and range
 * are those that the coded pictures say, else the container, else Rec. 709 in narrow range; transfer function and
 * primaries are left as they are.
 */
public final class MovieReader implements AutoCloseable {
    private final MediaSource source;
    private final StreamDecoder decoder;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private @Nullable RgbScaler scaler;
    private boolean drained;
    private boolean open = true;

    private MovieReader(MediaSource source, StreamDecoder decoder) {
        this.source = source;
        this.decoder = decoder;
    }

    /**
     * Opens a movie.
     *
     * @param threads for decoding; 0 means one per core
     * @throws MediaException when the file is no movie
     * @throws IOException when the disk refuses
     */
    public static MovieReader open(Path file, int threads) throws IOException {
        MediaSource source = MediaSource.open(file);
        try {
            SourceStream picture =
                    source.picture().orElseThrow(() -> new MediaException(file + ": holds no moving picture"));
            return new MovieReader(source, StreamDecoder.open(source, picture, threads));
        } catch (IOException | RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    /**
     * The next picture, or empty after the last.
     *
     * @throws MediaException where the file is cut short or does not decode
     */
    public Optional<RgbPicture> next() throws IOException {
        return skip() ? Optional.of(picture(decoder.frame())) : Optional.empty();
    }

    /** Passes over the next picture without turning it into R'G'B'; false after the last. */
    public boolean skip() throws IOException {
        while (!decoder.receive()) {
            if (drained) {
                return false;
            }
            feed();
        }
        return true;
    }

    private void feed() throws IOException {
        boolean more = source.read(packet);
        while (more && packet.stream_index() != decoder.stream().index()) {
            more = source.read(packet);
        }
        if (more) {
            decoder.send(packet);
        } else {
            decoder.drain();
            drained = true;
        }
    }

    private RgbPicture picture(AVFrame frame) throws IOException {
        if (scaler == null || !scaler.fits(frame)) {
            closeScaler();
            ColourCodes coded = ColourCodes.of(frame);
            ColourCodes container = decoder.stream().containerColour();
            scaler = RgbScaler.of(source.file(), frame, 8, matrix(coded, container), isFullRange(coded, container));
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
        if (open) {
            open = false;
            closeScaler();
            avcodec.av_packet_free(packet);
            decoder.close();
            source.close();
        }
    }
}
