// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** Encodes interleaved floats into one sound stream of a sink. Integer codecs get them rounded to 24 bits, or to 16. */
public final class SampleEncoder implements AutoCloseable {
    /** Of the formats that an encoder may take, the ones written here, the most exact first. */
    private static final List<Integer> WRITTEN = List.of(
            avutil.AV_SAMPLE_FMT_S32,
            avutil.AV_SAMPLE_FMT_S32P,
            avutil.AV_SAMPLE_FMT_FLT,
            avutil.AV_SAMPLE_FMT_FLTP,
            avutil.AV_SAMPLE_FMT_S16,
            avutil.AV_SAMPLE_FMT_S16P);

    /** How much PCM goes into one packet. */
    private static final int PCM_BLOCK = 1024;

    private final StreamEncoder encoder;
    private final int channels;
    private final int format;
    private final int blockSamples;
    private long written;

    private SampleEncoder(StreamEncoder encoder) {
        AVCodecContext context = encoder.context();
        this.encoder = encoder;
        this.channels = context.ch_layout().nb_channels();
        this.format = context.sample_fmt();
        this.blockSamples = context.frame_size() > 0 ? context.frame_size() : PCM_BLOCK;
    }

    /**
     * Opens an encoder and adds its stream to the sink.
     *
     * @param bitRate in bits a second; 0 leaves it to the codec
     * @param metadata of the stream, such as language and title
     */
    public static SampleEncoder open(
            MediaSink sink, String codecName, int sampleRate, int channels, int bitRate, Map<String, String> metadata)
            throws IOException {
        AVCodec codec = Codecs.encoder(codecName, avutil.AVMEDIA_TYPE_AUDIO, sink);
        List<Integer> taken = Codecs.sampleFormats(codec);
        int format = WRITTEN.stream()
                .filter(taken::contains)
                .findFirst()
                .orElseThrow(() -> sink.refusal("the encoder " + codecName
                        + " takes no sample format of this program; use pcm_s24le, aac, flac or alac"));
        Map<String, String> options = new TreeMap<>();
        if (bitRate > 0) {
            options.put("b", Integer.toString(bitRate));
        }
        StreamEncoder encoder = StreamEncoder.open(
                sink, codec, options, context -> shape(context, format, sampleRate, channels), metadata);
        return new SampleEncoder(encoder);
    }

    private static void shape(AVCodecContext context, int format, int sampleRate, int channels) {
        context.sample_fmt(format);
        context.sample_rate(sampleRate);
        context.time_base().num(1).den(sampleRate);
        context.bits_per_raw_sample(24);
        avutil.av_channel_layout_default(context.ch_layout(), channels);
    }

    public void disposition(boolean usual) {
        encoder.disposition(usual);
    }

    /** The samples per channel that the codec likes in one block; only the last may be shorter. */
    public int blockSamples() {
        return blockSamples;
    }

    /** Encodes {@code samples} per channel, interleaved from index 0. */
    public void encode(float[] block, int samples) throws IOException {
        AVFrame frame = avutil.av_frame_alloc();
        try {
            frame.format(format);
            frame.nb_samples(samples);
            frame.sample_rate(encoder.context().sample_rate());
            avutil.av_channel_layout_copy(frame.ch_layout(), encoder.context().ch_layout());
            ReturnCode.writing(avutil.av_frame_get_buffer(frame, 0), encoder.file(), "sound cannot be encoded");
            fill(frame, block, samples);
            frame.pts(written);
            encoder.encode(frame);
            written += samples;
        } finally {
            avutil.av_frame_free(frame);
        }
    }

    private void fill(AVFrame frame, float[] block, int samples) {
        boolean planar = avutil.av_sample_fmt_is_planar(format) != 0;
        int step = planar ? channels : 1;
        int count = planar ? samples : samples * channels;
        long bytes = (long) count * avutil.av_get_bytes_per_sample(format);
        for (int plane = 0; plane < step; plane++) {
            ByteBuffer to = frame.extended_data(plane).capacity(bytes).asByteBuffer();
            to.order(ByteOrder.nativeOrder());
            for (int i = 0; i < count; i++) {
                put(block[plane + i * step], to);
            }
        }
    }

    private void put(float sample, ByteBuffer to) {
        if (format == avutil.AV_SAMPLE_FMT_FLT || format == avutil.AV_SAMPLE_FMT_FLTP) {
            to.putFloat(sample);
        } else if (format == avutil.AV_SAMPLE_FMT_S32 || format == avutil.AV_SAMPLE_FMT_S32P) {
            to.putInt(integer(sample, 24) << 8);
        } else {
            to.putShort((short) integer(sample, 16));
        }
    }

    private static int integer(float sample, int bits) {
        int fullScale = 1 << (bits - 1);
        return (int) Math.max(-fullScale, Math.min(fullScale - 1, Math.rint((double) sample * fullScale)));
    }

    /** Encodes what the encoder still holds. */
    public void drain() throws IOException {
        encoder.drain();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
