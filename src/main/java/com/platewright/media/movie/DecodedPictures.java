// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.binding.ffmpeg.StreamDecoder;
import com.platewright.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;

/** The decoded pictures of a movie one by one, in the order of presentation. */
final class DecodedPictures implements AutoCloseable {
    private final MediaSource source;
    private final StreamDecoder decoder;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private boolean drained;
    private boolean open = true;

    private DecodedPictures(MediaSource source, StreamDecoder decoder) {
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
    static DecodedPictures open(Path file, int threads) throws IOException {
        MediaSource source = MediaSource.open(file);
        try {
            SourceStream picture =
                    source.picture().orElseThrow(() -> new MediaException(file + ": holds no moving picture"));
            return new DecodedPictures(source, StreamDecoder.open(source, picture, threads));
        } catch (IOException | RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    /**
     * Goes to the next picture; false after the last.
     *
     * @throws MediaException where the file is cut short or does not decode
     */
    boolean advance() throws IOException {
        while (!decoder.receive()) {
            if (drained) {
                return false;
            }
            feed();
        }
        return true;
    }

    /** The picture that {@link #advance} went to; it lasts until the next. */
    AVFrame frame() {
        return decoder.frame();
    }

    SourceStream stream() {
        return decoder.stream();
    }

    Path file() {
        return source.file();
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
