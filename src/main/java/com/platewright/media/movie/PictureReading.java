// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.ColourCodes;
import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.Planar;
import com.platewright.binding.ffmpeg.RgbScaler;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.binding.ffmpeg.StreamDecoder;
import com.platewright.media.ColourTags;
import com.platewright.media.MediaException;
import com.platewright.media.MovieFacts.Levels;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Counts and measures the pictures of one stream as its packets come. */
final class PictureReading implements AutoCloseable {
    private static final String FULL_RANGE = "pc";

    private final Path file;
    private final StreamDecoder decoder;
    private @Nullable Seen seen;
    private long frames;

    private PictureReading(Path file, StreamDecoder decoder) {
        this.file = file;
        this.decoder = decoder;
    }

    static PictureReading open(MediaSource source, SourceStream stream, int threads) throws IOException {
        return new PictureReading(source.file(), StreamDecoder.open(source, stream, threads));
    }

    /** What the first picture told, and the meter that it called for. */
    private record Seen(String pixelFormat, Resolution size, ColourTags tags, Planar planar, LevelMeter meter) {}

    void offer(AVPacket packet) throws IOException {
        if (packet.stream_index() == decoder.stream().index()) {
            decoder.send(packet);
            receive();
        }
    }

    void drain() throws IOException {
        decoder.drain();
        receive();
        if (frames == 0) {
            throw new MediaException(file + ": not one of its pictures decodes");
        }
    }

    private void receive() throws IOException {
        while (decoder.receive()) {
            AVFrame frame = decoder.frame();
            Seen first = seen == null ? see(frame) : seen;
            check(frame, first);
            first.meter().accept(first.planar().planes(frame));
            frames++;
        }
    }

    private Seen see(AVFrame frame) throws IOException {
        Planar planar = Planar.of(file, frame);
        ColourTags tags = ColourCodes.of(frame).tags();
        boolean full = tags.range().equals(FULL_RANGE)
                || decoder.stream().containerColour().tags().range().equals(FULL_RANGE);
        seen = new Seen(
                RgbScaler.pixelFormat(frame),
                new Resolution(frame.width(), frame.height()),
                tags,
                planar,
                LevelMeter.of(planar.planes(frame), full));
        return seen;
    }

    private void check(AVFrame frame, Seen first) throws MediaException {
        Resolution size = new Resolution(frame.width(), frame.height());
        ColourTags tags = ColourCodes.of(frame).tags();
        String format = RgbScaler.pixelFormat(frame);
        if (!size.equals(first.size()) || !tags.equals(first.tags()) || !format.equals(first.pixelFormat())) {
            throw new MediaException(file + ": its pictures change at frame " + (frames + 1) + " from " + first.size()
                    + " " + first.pixelFormat() + " " + first.tags() + " to " + size + " " + format + " " + tags
                    + "; a plate has one format");
        }
    }

    StreamDecoder decoder() {
        return decoder;
    }

    long frames() {
        return frames;
    }

    String pixelFormat() {
        return first().pixelFormat();
    }

    Resolution size() {
        return first().size();
    }

    ColourTags tags() {
        return first().tags();
    }

    Levels levels() {
        return first().meter().levels();
    }

    private Seen first() {
        if (seen == null) {
            throw new IllegalStateException("no picture was seen yet");
        }
        return seen;
    }

    @Override
    public void close() {
        if (seen != null) {
            seen.planar().close();
        }
        decoder.close();
    }
}
