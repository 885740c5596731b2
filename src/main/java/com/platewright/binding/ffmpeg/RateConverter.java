// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.jspecify.annotations.Nullable;

/**
 * Converts interleaved floats from one sample rate to another with libswresample in double precision: a polyphase
 * filter of 256 taps with one phase per output position (exact_rational), so that no interpolation between phases adds
 * noise. The result is aligned with the source: the filter's delay is taken out.
 */
public final class RateConverter implements AutoCloseable {
    private static final int TAPS = 256;

    /** A Kaiser window of this shape keeps aliases some 140 dB down. */
    private static final double KAISER_BETA = 14;

    /** The middle of the filter's edge as a share of the lower Nyquist frequency: flat to 20 kHz of 22.05. */
    private static final double CUTOFF = 0.97;

    private final Path file;
    private final int channels;
    private final SwrContext context;
    private ByteBuffer in = direct(0);
    private ByteBuffer out = direct(0);
    private float[] block = new float[0];
    private boolean open = true;

    private RateConverter(Path file, int channels, SwrContext context) {
        this.file = file;
        this.channels = channels;
        this.context = context;
    }

    /**
     * A converter of one sound.
     *
     * @param file named in errors
     */
    public static RateConverter of(Path file, int channels, int fromRate, int toRate) throws IOException {
        SwrContext context = new SwrContext(null);
        AVChannelLayout layout = new AVChannelLayout();
        try {
            avutil.av_channel_layout_default(layout, channels);
            int format = avutil.AV_SAMPLE_FMT_FLT;
            int code =
                    swresample.swr_alloc_set_opts2(context, layout, format, toRate, layout, format, fromRate, 0, null);
            if (code >= 0) {
                avutil.av_opt_set_int(context, "filter_size", TAPS, 0);
                avutil.av_opt_set_double(context, "kaiser_beta", KAISER_BETA, 0);
                avutil.av_opt_set_int(context, "exact_rational", 1, 0);
                avutil.av_opt_set_double(context, "cutoff", CUTOFF, 0);
                avutil.av_opt_set_sample_fmt(context, "internal_sample_fmt", avutil.AV_SAMPLE_FMT_DBLP, 0);
                code = swresample.swr_init(context);
            }
            ReturnCode.reading(code, file, "cannot be converted from " + fromRate + " Hz to " + toRate + " Hz");
            return new RateConverter(file, channels, context);
        } catch (IOException | RuntimeException | Error e) {
            swresample.swr_free(context);
            throw e;
        } finally {
            avutil.av_channel_layout_uninit(layout);
        }
    }

    /**
     * Puts samples in and takes what is ready into {@link #block}.
     *
     * @return the samples per channel that came out
     */
    public int convert(float[] interleaved, int samples) throws IOException {
        int bytes = samples * channels * Float.BYTES;
        if (in.capacity() < bytes) {
            in = direct(bytes);
        }
        in.asFloatBuffer().put(interleaved, 0, samples * channels);
        return run(in, samples);
    }

    /** Takes what is still inside; no more samples come. */
    public int drain() throws IOException {
        return run(null, 0);
    }

    private int run(@Nullable ByteBuffer from, int samples) throws IOException {
        int most = swresample.swr_get_out_samples(context, samples);
        int bytes = most * channels * Float.BYTES;
        if (out.capacity() < bytes) {
            out = direct(bytes);
            block = new float[most * channels];
        }
        int got = ReturnCode.reading(
                swresample.swr_convert(context, out, most, from, samples), file, "its samples cannot be converted");
        out.asFloatBuffer().get(block, 0, got * channels);
        return got;
    }

    /** The samples of the last conversion, interleaved, from index 0; overwritten by the next. */
    public float[] block() {
        return block;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            swresample.swr_free(context);
        }
    }
}
