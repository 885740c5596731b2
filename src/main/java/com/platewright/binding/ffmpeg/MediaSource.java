// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** An open media file whose packets are read in the order of the file. */
public final class MediaSource implements AutoCloseable {
    private final Path file;
    private final AVFormatContext context;
    private final List<SourceStream> streams;
    private boolean open = true;

    private MediaSource(Path file, AVFormatContext context, List<SourceStream> streams) {
        this.file = file;
        this.context = context;
        this.streams = streams;
    }

    /**
     * Opens a file of any kind that FFmpeg knows by its contents.
     *
     * @throws MediaException when it is none or damaged at its head
     * @throws IOException when the disk refuses
     */
    public static MediaSource open(Path file) throws IOException {
        FfmpegLog.listen();
        AVFormatContext context = avformat.avformat_alloc_context();
        context.error_recognition(avcodec.AV_EF_CRCCHECK);
        AVDictionary options = new AVDictionary(null);
        try (BytePointer url = Utf8.of(file)) {
            Utf8.put(options, "pattern_type", "none");
            // Frees the context itself when it fails.
            ReturnCode.reading(
                    avformat.avformat_open_input(context, url, null, options), file, "is not a readable media file");
        } finally {
            avutil.av_dict_free(options);
        }
        try {
            List<SourceStream> streams = new ArrayList<>();
            for (int i = 0; i < context.nb_streams(); i++) {
                streams.add(new SourceStream(context.streams(i)));
            }
            ReturnCode.reading(
                    avformat.avformat_find_stream_info(context, (AVDictionary) null),
                    file,
                    "its streams cannot be made out");
            return new MediaSource(file, context, List.copyOf(streams));
        } catch (IOException | RuntimeException | Error e) {
            avformat.avformat_close_input(context);
            throw e;
        }
    }

    public Path file() {
        return file;
    }

    /** FFmpeg's name of the format; the first where the demuxer has several, such as {@code mov}. */
    public String format() {
        return Utf8.of(context.iformat().name()).split(",", 2)[0];
    }

    public Optional<String> metadata(String key) {
        return Utf8.get(context.metadata(), key);
    }

    public List<SourceStream> streams() {
        return streams;
    }

    /** The stream of moving pictures (or the one picture) that a player would show; cover art is none. */
    public Optional<SourceStream> picture() {
        int best = avformat.av_find_best_stream(context, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        return best < 0 || best >= streams.size() ? Optional.empty() : Optional.of(streams.get(best));
    }

    public List<SourceStream> sound() {
        return streams.stream().filter(SourceStream::isSound).toList();
    }

    /**
     * Reads the next packet of any stream.
     *
     * @return false at the end of the file
     * @throws MediaException where the file is cut or damaged
     */
    public boolean read(AVPacket packet) throws IOException {
        avcodec.av_packet_unref(packet);
        int code = avformat.av_read_frame(context, packet);
        if (code == avutil.AVERROR_EOF) {
            return false;
        }
        ReturnCode.reading(code, file, "is cut short or damaged");
        if ((packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) != 0 && !isPiped(packet)) {
            throw new MediaException(file + ": is cut short or damaged: a packet at byte " + packet.pos()
                    + " is not whole; fetch or make the file again");
        }
        return true;
    }

    /** A WAV that came through a pipe announces no length: it ends where the file ends, wherever that falls. */
    private boolean isPiped(AVPacket packet) {
        return format().equals("wav") && !streams.get(packet.stream_index()).isLengthKnown();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            avformat.avformat_close_input(context);
        }
    }
}
