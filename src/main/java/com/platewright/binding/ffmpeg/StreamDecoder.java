// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Decodes one stream and takes no damage for granted: whatever the decoder complains of or conceals is an error.
 *
 * <p>The container's colour tags are kept from the decoder, so that a decoded frame carries only what its own coded
 * stream says.
 */
public final class StreamDecoder implements AutoCloseable {
    /** Beyond 16384 x 16384 pixels a header is a lie or an attack. */
    private static final long MOST_PIXELS = 1L << 28;

    private final Path file;
    private final SourceStream stream;
    private final AVCodecContext context;
    private final AVFrame frame;
    private long frames;
    private boolean open = true;

    private StreamDecoder(Path file, SourceStream stream, AVCodecContext context) {
        this.file = file;
        this.stream = stream;
        this.context = context;
        this.frame = avutil.av_frame_alloc();
    }

    /**
     * Opens the decoder of a stream.
     *
     * @param threads for decoding; 0 means one per core
     */
    public static StreamDecoder open(MediaSource source, SourceStream stream, int threads) throws IOException {
        AVCodecParameters found = stream.pointer().codecpar();
        AVCodec codec = avcodec.avcodec_find_decoder(found.codec_id());
        if (codec == null || codec.isNull()) {
            throw new MediaException(source.file() + ": is coded with " + stream.codec()
                    + ", which this build of FFmpeg does not decode");
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        try {
            configure(context, stream, threads);
            ReturnCode.reading(
                    avcodec.avcodec_open2(context, codec, (AVDictionary) null),
                    source.file(),
                    "its " + stream.codec() + " stream cannot be opened");
            return new StreamDecoder(source.file(), stream, context);
        } catch (IOException | RuntimeException | Error e) {
            avcodec.avcodec_free_context(context);
            throw e;
        }
    }

    private static void configure(AVCodecContext context, SourceStream stream, int threads) throws IOException {
        AVCodecParameters silent = avcodec.avcodec_parameters_alloc();
        try {
            avcodec.avcodec_parameters_copy(silent, stream.pointer().codecpar());
            ColourCodes.forget(silent);
            avcodec.avcodec_parameters_to_context(context, silent);
        } finally {
            avcodec.avcodec_parameters_free(silent);
        }
        context.pkt_timebase(stream.pointer().time_base());
        context.thread_count(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
        context.err_recognition(strictness(context.codec_id()));
        context.max_pixels(MOST_PIXELS);
    }

    /** TIFF's decoder would explode at every tag it does not know, such as the resolution's unit. */
    private static int strictness(int codec) {
        int check = avcodec.AV_EF_CRCCHECK | avcodec.AV_EF_BITSTREAM | avcodec.AV_EF_BUFFER;
        return codec == avcodec.AV_CODEC_ID_TIFF ? check : check | avcodec.AV_EF_EXPLODE;
    }

    public SourceStream stream() {
        return stream;
    }

    /** Puts a packet of this stream in. */
    public void send(AVPacket packet) throws IOException {
        check(avcodec.avcodec_send_packet(context, packet));
    }

    /** Says that no more packets come; {@link #receive} then gives what is still inside. */
    public void drain() throws IOException {
        check(avcodec.avcodec_send_packet(context, null));
    }

    /**
     * Takes the next frame, in the order of presentation, into {@link #frame}.
     *
     * @return false when the decoder wants another packet, or is empty after {@link #drain}
     */
    public boolean receive() throws IOException {
        int code = avcodec.avcodec_receive_frame(context, frame);
        if (code == ReturnCode.AGAIN || code == avutil.AVERROR_EOF) {
            return false;
        }
        check(code);
        if (frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0) {
            throw new MediaException(file + ": " + where() + ": the next is damaged, the decoder had to conceal parts"
                    + " of it; fetch or make the file again");
        }
        frames++;
        return true;
    }

    /** The frame that {@link #receive} got last; it is overwritten by the next. */
    public AVFrame frame() {
        return frame;
    }

    /** FFmpeg's name of the profile, empty where the codec has none. */
    public String profile() {
        return Utf8.of(avcodec.avcodec_profile_name(context.codec_id(), context.profile()));
    }

    /** Bits of one sample as the decoder found them, 0 where it has no such notion. */
    int bitsPerSample() {
        return stream.bitsPerSample() > 0 ? stream.bitsPerSample() : context.bits_per_raw_sample();
    }

    private void check(int code) throws IOException {
        if (code < 0) {
            ReturnCode.reading(code, file, where() + ", it does not decode");
        }
    }

    private String where() {
        return "stream " + stream.index() + " (" + stream.codec() + "), after " + frames + " decoded frames";
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            avutil.av_frame_free(frame);
            avcodec.avcodec_free_context(context);
        }
    }
}
