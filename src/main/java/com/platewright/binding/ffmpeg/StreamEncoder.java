// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.EncodeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** Encodes frames into one stream of a sink. */
public final class StreamEncoder implements AutoCloseable {
    /** Constant quality, in the units that the encoder prints; ffmpeg's -qscale. */
    public static final String QSCALE = "qscale";

    /** The four characters that name the codec in the container; ffmpeg's -tag. */
    public static final String TAG = "tag";

    private static final List<String> REFUSED_INSIDE =
            List.of("Unknown option", "Error parsing option", "Invalid value", "Unknown encoder option");

    private final MediaSink sink;
    private final AVCodecContext context;
    private final AVStream stream;
    private final AVPacket packet;
    private boolean open = true;

    private StreamEncoder(MediaSink sink, AVCodecContext context, AVStream stream) {
        this.sink = sink;
        this.context = context;
        this.stream = stream;
        this.packet = avcodec.av_packet_alloc();
    }

    /**
     * Opens an encoder and adds its stream to the sink.
     *
     * @param options of the encoder by FFmpeg's names, and {@link #QSCALE} and {@link #TAG}
     * @param shape sets what the frames are: size, format, rate, colour
     * @param metadata of the stream
     * @throws EncodeException when the encoder or an option is unknown or refused; the message says what there is
     */
    public static StreamEncoder open(
            MediaSink sink,
            AVCodec codec,
            Map<String, String> options,
            Consumer<AVCodecContext> shape,
            Map<String, String> metadata)
            throws IOException {
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        try {
            shape.accept(context);
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_BITEXACT);
            if (sink.wantsGlobalHeader()) {
                context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
            }
            for (Map.Entry<String, String> option : options.entrySet()) {
                set(sink, codec, context, option.getKey(), option.getValue());
            }
            start(sink, codec, context);
            return new StreamEncoder(sink, context, addStream(sink, context, options, metadata));
        } catch (IOException | RuntimeException | Error e) {
            avcodec.avcodec_free_context(context);
            throw e;
        }
    }

    private static void set(MediaSink sink, AVCodec codec, AVCodecContext context, String option, String value)
            throws IOException {
        if (option.equals(TAG)) {
            return;
        }
        if (option.equals(QSCALE)) {
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
            context.global_quality(quality(sink, value));
            return;
        }
        FfmpegLog.listen();
        int code;
        try (BytePointer name = Utf8.of(option);
                BytePointer text = Utf8.of(value)) {
            code = avutil.av_opt_set(context, name, text, avutil.AV_OPT_SEARCH_CHILDREN);
        }
        if (code == avutil.AVERROR_OPTION_NOT_FOUND) {
            throw sink.refusal("the encoder " + Utf8.of(codec.name()) + " has no option \"" + option + "\"; it has "
                    + String.join(", ", Codecs.options(context)) + ", " + QSCALE + ", " + TAG
                    + " and those of every encoder (b, g, bf, …)");
        }
        ReturnCode.writing(
                code, sink.file(), "the encoder " + Utf8.of(codec.name()) + " takes no " + option + "=" + value);
    }

    private static int quality(MediaSink sink, String value) throws EncodeException {
        try {
            return Math.round(Float.parseFloat(value) * avutil.FF_QP2LAMBDA);
        } catch (NumberFormatException e) {
            throw sink.refusal("qscale is a number, such as 9, not \"" + value + "\"");
        }
    }

    private static void start(MediaSink sink, AVCodec codec, AVCodecContext context) throws IOException {
        FfmpegLog.listen();
        int code = avcodec.avcodec_open2(context, codec, (AVDictionary) null);
        ReturnCode.writing(code, sink.file(), "the encoder " + Utf8.of(codec.name()) + " refuses its settings");
        // libx264 and libx265 only warn of a misspelt key in x264-params and x265-params.
        for (String line : FfmpegLog.heard()) {
            if (REFUSED_INSIDE.stream().anyMatch(line::contains)) {
                throw sink.refusal("the encoder " + Utf8.of(codec.name()) + " refuses its settings: " + line);
            }
        }
    }

    private static AVStream addStream(
            MediaSink sink, AVCodecContext context, Map<String, String> options, Map<String, String> metadata)
            throws IOException {
        AVStream stream = sink.newStream();
        ReturnCode.writing(
                avcodec.avcodec_parameters_from_context(stream.codecpar(), context), sink.file(), "has no such stream");
        int tag = tag(sink, context, options);
        if (tag != 0) {
            stream.codecpar().codec_tag(tag);
        }
        stream.time_base(context.time_base());
        AVDictionary entries = new AVDictionary(null);
        metadata.forEach((key, value) -> Utf8.put(entries, key, value));
        stream.metadata(entries);
        return stream;
    }

    /** 0 where nothing is asked: encoder and container choose, but for HEVC, of which QuickTime plays {@code hvc1} only. */
    private static int tag(MediaSink sink, AVCodecContext context, Map<String, String> options) throws EncodeException {
        String text = options.getOrDefault(TAG, context.codec_id() == avcodec.AV_CODEC_ID_HEVC ? "hvc1" : "");
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() != 4 || !text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw sink.refusal("a codec's tag has four ASCII characters, such as hvc1, unlike \"" + text + "\"");
        }
        return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
    }

    public AVCodecContext context() {
        return context;
    }

    Path file() {
        return sink.file();
    }

    AVStream stream() {
        return stream;
    }

    public void averageRate(int numerator, int denominator) {
        stream.avg_frame_rate().num(numerator).den(denominator);
    }

    public void disposition(boolean usual) {
        stream.disposition(usual ? avformat.AV_DISPOSITION_DEFAULT : 0);
    }

    /** Encodes a frame and writes the packets that are ready. */
    public void encode(AVFrame frame) throws IOException {
        send(frame);
    }

    /** Encodes what the encoder still holds. */
    public void drain() throws IOException {
        send(null);
    }

    private void send(@Nullable AVFrame frame) throws IOException {
        ReturnCode.writing(avcodec.avcodec_send_frame(context, frame), sink.file(), "a frame cannot be encoded");
        AVRational base = context.time_base();
        while (true) {
            int code = avcodec.avcodec_receive_packet(context, packet);
            if (code == ReturnCode.AGAIN || code == avutil.AVERROR_EOF) {
                return;
            }
            ReturnCode.writing(code, sink.file(), "a frame cannot be encoded");
            sink.write(packet, stream, base);
        }
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(context);
        }
    }
}
