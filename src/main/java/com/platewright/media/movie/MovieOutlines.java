// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.ColourCodes;
import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.binding.ffmpeg.StreamDecoder;
import com.platewright.media.MediaException;
import com.platewright.media.MovieOutline;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** Looks at a movie without decoding more than its first picture: whether frames can be made of it, and how many. */
public final class MovieOutlines {
    private MovieOutlines() {}

    /**
     * What a movie says of its pictures.
     *
     * @throws MediaException when it is no movie, or one of which no frames can be made: a rate that varies, an odd size,
     *     fields, pixels that are not square, a format that has no planes
     * @throws IOException when the disk refuses
     */
    public static MovieOutline of(Path file) throws IOException {
        try (MediaSource source = MediaSource.open(file)) {
            SourceStream stream =
                    source.picture().orElseThrow(() -> new MediaException(file + ": holds no moving picture"));
            try (StreamDecoder decoder = StreamDecoder.open(source, stream, 1)) {
                return outline(source, decoder);
            }
        }
    }

    private static MovieOutline outline(MediaSource source, StreamDecoder decoder) throws IOException {
        LongStream.Builder times = LongStream.builder();
        boolean seen = false;
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            while (source.read(packet)) {
                if (packet.stream_index() == decoder.stream().index()) {
                    if ((packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0) {
                        times.add(packet.pts() == avutil.AV_NOPTS_VALUE ? packet.dts() : packet.pts());
                    }
                    if (!seen) {
                        decoder.send(packet);
                        seen = decoder.receive();
                    }
                }
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
        if (!seen) {
            decoder.drain();
            if (!decoder.receive()) {
                throw new MediaException(source.file() + ": not one of its pictures decodes");
            }
        }
        return outline(source, decoder, times.build().sorted().toArray());
    }

    private static MovieOutline outline(MediaSource source, StreamDecoder decoder, long[] times) throws IOException {
        Path file = source.file();
        AVFrame frame = decoder.frame();
        Resolution size = new Resolution(frame.width(), frame.height());
        if (!isEven(times)) {
            throw new MediaException(file + ": its " + times.length + " pictures do not follow each other in one rhythm"
                    + " (variable frame rate); make it constant, such as with ffmpeg -fps_mode cfr");
        }
        if (size.width() % 2 != 0 || size.height() % 2 != 0) {
            throw new MediaException(file + ": is " + size + ", and pictures of odd width or height cannot be coded as"
                    + " the movies of a version; crop or scale it to even numbers");
        }
        refuseFieldsAndAnamorphic(file, frame);
        return new MovieOutline(
                size,
                rate(file, decoder.stream()),
                times.length,
                PlaneFormats.of(file, frame),
                avutil.av_chroma_location_name(frame.chroma_location()).getString(),
                decoder.stream().containerColour().tags(),
                ColourCodes.of(frame).tags(),
                !source.sound().isEmpty());
    }

    private static void refuseFieldsAndAnamorphic(Path file, AVFrame frame) throws MediaException {
        if ((frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0) {
            throw new MediaException(file + ": holds fields, two of them to a picture; make it progressive");
        }
        int wide = frame.sample_aspect_ratio().num();
        int high = frame.sample_aspect_ratio().den();
        if (wide > 0 && high > 0 && wide != high) {
            throw new MediaException(
                    file + ": its pixels are not square (" + wide + ":" + high + "); scale it to square pixels");
        }
    }

    /** Whether no picture stands more than a quarter of a frame away from an even rhythm. */
    private static boolean isEven(long[] times) {
        if (times.length < 3 || Arrays.stream(times).anyMatch(t -> t == avutil.AV_NOPTS_VALUE)) {
            return true;
        }
        double step = (double) (times[times.length - 1] - times[0]) / (times.length - 1);
        double most = Math.max(1, step / 4);
        for (int i = 0; i < times.length; i++) {
            if (Math.abs(times[i] - times[0] - i * step) > most) {
                return false;
            }
        }
        return true;
    }

    private static FrameRate rate(Path file, SourceStream stream) throws MediaException {
        long[] rate = stream.averageRate();
        if (rate[0] <= 0 || rate[1] <= 0) {
            throw new MediaException(file + ": says no frame rate");
        }
        return new FrameRate((int) rate[0], (int) rate[1]);
    }
}
