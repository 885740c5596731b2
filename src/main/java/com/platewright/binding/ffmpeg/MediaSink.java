// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.EncodeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * A container file in the making. Nothing in it depends on the clock or the machine. A sink that is closed before it is
 * finished leaves no file.
 */
public final class MediaSink implements AutoCloseable {
    private final Path file;
    private final AVFormatContext context;
    private final AVIOContext bytes = new AVIOContext(null);
    private boolean open = true;
    private boolean created;
    private boolean finished;

    private MediaSink(Path file, AVFormatContext context) {
        this.file = file;
        this.context = context;
    }

    /**
     * Creates the file, over one that may stand there.
     *
     * @param format FFmpeg's name of the muxer
     * @param options of the muxer
     */
    public static MediaSink create(Path file, String format, Map<String, String> options) throws IOException {
        FfmpegLog.listen();
        AVFormatContext context = new AVFormatContext(null);
        try (BytePointer name = Utf8.of(format);
                BytePointer url = Utf8.of(file)) {
            ReturnCode.writing(
                    avformat.avformat_alloc_output_context2(context, null, name, url),
                    file,
                    "no container \"" + format + "\" can be made");
        }
        MediaSink sink = new MediaSink(file, context);
        try (BytePointer url = Utf8.of(file)) {
            context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
            for (Map.Entry<String, String> option : options.entrySet()) {
                sink.set(option.getKey(), option.getValue());
            }
            ReturnCode.writing(
                    avformat.avio_open2(sink.bytes, url, avformat.AVIO_FLAG_WRITE, null, (AVDictionary) null),
                    file,
                    "cannot be created");
            sink.created = true;
            context.pb(sink.bytes);
            return sink;
        } catch (IOException | RuntimeException | Error e) {
            sink.close();
            throw e;
        }
    }

    private void set(String option, String value) throws IOException {
        try (BytePointer name = Utf8.of(option);
                BytePointer text = Utf8.of(value)) {
            ReturnCode.writing(
                    avutil.av_opt_set(context, name, text, avutil.AV_OPT_SEARCH_CHILDREN),
                    file,
                    "the container takes no option " + option + "=" + value);
        }
    }

    Path file() {
        return file;
    }

    AVFormatContext pointer() {
        return context;
    }

    boolean wantsGlobalHeader() {
        return (context.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0;
    }

    AVStream newStream() {
        return avformat.avformat_new_stream(context, null);
    }

    /** Writes what stands before the packets; all streams are known by now. */
    public void begin(Map<String, String> metadata) throws IOException {
        AVDictionary entries = new AVDictionary(null);
        metadata.forEach((key, value) -> Utf8.put(entries, key, value));
        context.metadata(entries);
        ReturnCode.writing(
                avformat.avformat_write_header(context, (AVDictionary) null),
                file,
                "the container refuses its streams");
    }

    /** Takes a packet, whose times are in units of {@code base}, and leaves it blank. */
    void write(AVPacket packet, AVStream stream, AVRational base) throws IOException {
        packet.stream_index(stream.index());
        avcodec.av_packet_rescale_ts(packet, base, stream.time_base());
        ReturnCode.writing(avformat.av_interleaved_write_frame(context, packet), file, "cannot be written on");
    }

    /** Writes what stands after the packets and closes the file. */
    public void finish() throws IOException {
        ReturnCode.writing(avformat.av_write_trailer(context), file, "cannot be finished");
        ReturnCode.writing(avformat.avio_closep(bytes), file, "cannot be finished");
        finished = true;
    }

    /** Deletes the file unless it is finished. */
    @Override
    public void close() throws IOException {
        if (!open) {
            return;
        }
        open = false;
        if (!bytes.isNull()) {
            avformat.avio_closep(bytes);
        }
        context.pb((AVIOContext) null);
        avformat.avformat_free_context(context);
        if (created && !finished) {
            Files.deleteIfExists(file);
        }
    }

    /** Whether the container has a place for a codec. */
    boolean holds(int codec) {
        return avformat.avformat_query_codec(context.oformat(), codec, avcodec.AV_CODEC_ID_NONE) == 1;
    }

    EncodeException refusal(String sentence) {
        return new EncodeException(file + ": " + sentence);
    }
}
