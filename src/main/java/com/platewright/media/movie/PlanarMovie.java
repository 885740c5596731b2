// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.binding.ffmpeg.StreamDecoder;
import com.platewright.media.MediaException;
import com.platewright.media.SampleFormat;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;

/** Decodes the pictures of a movie one by one, in the order of presentation, and leaves their samples as they are coded. */
public final class PlanarMovie implements AutoCloseable {
    private final MediaSource source;
    private final StreamDecoder decoder;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private boolean drained;
    private boolean open = true;

    private PlanarMovie(MediaSource source, StreamDecoder decoder) {
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
    public static PlanarMovie open(Path file, int threads) throws IOException {
        MediaSource source = MediaSource.open(file);
        try {
            SourceStream picture =
                    source.picture().orElseThrow(() -> new MediaException(file + ": holds no moving picture"));
            return new PlanarMovie(source, StreamDecoder.open(source, picture, threads));
        } catch (IOException | RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    /**
     * Decodes the next picture.
     *
     * @param size and {@code format} that every picture of the movie has
     * @return false after the last
     * @throws MediaException where the file is cut short, does not decode, or changes its size or format
     */
    public boolean next(Resolution size, SampleFormat format, PlanarPicture into) throws IOException {
        while (!decoder.receive()) {
            if (drained) {
                return false;
            }
            feed();
        }
        AVFrame frame = decoder.frame();
        Resolution found = new Resolution(frame.width(), frame.height());
        String name = PlaneFormats.name(frame);
        if (!found.equals(size) || !name.equals(format.name())) {
            throw new MediaException(source.file() + ": its pictures change from " + size + " " + format.name() + " to "
                    + found + " " + name + "; a plate has one format");
        }
        into.hold(frame);
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

    @Override
    public void close() {
        if (open) {
            open = false;
            avcodec.av_packet_free(packet);
            decoder.close();
            source.close();
        }
    }
}
