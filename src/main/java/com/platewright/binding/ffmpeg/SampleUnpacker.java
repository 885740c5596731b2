// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.MediaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Turns decoded sound of any sample format into interleaved 32-bit floats, full scale 1.0. PCM of up to 24 bits passes
 * exactly: a float's significand has 24.
 */
final class SampleUnpacker implements AutoCloseable {
    private final Path file;
    private final SwrContext context;
    private final int sampleRate;
    private final int channels;
    private final int format;
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(1);
    private BytePointer room = new BytePointer(0L);
    private float[] block = new float[0];
    private boolean open = true;

    private SampleUnpacker(Path file, SourceStream stream, SwrContext context, AVFrame first) {
        this.file = file;
        this.context = context;
        this.sampleRate = stream.sampleRate();
        this.channels = stream.channels();
        this.format = first.format();
    }

    /** An unpacker for the frames of a stream, of which this is the first. */
    static SampleUnpacker of(Path file, SourceStream stream, AVFrame first) throws IOException {
        SwrContext context = new SwrContext(null);
        int code = swresample.swr_alloc_set_opts2(
                context,
                first.ch_layout(),
                avutil.AV_SAMPLE_FMT_FLT,
                first.sample_rate(),
                first.ch_layout(),
                first.format(),
                first.sample_rate(),
                0,
                null);
        if (code >= 0) {
            code = swresample.swr_init(context);
        }
        if (code < 0) {
            swresample.swr_free(context);
            ReturnCode.reading(code, file, "its samples cannot be converted");
        }
        return new SampleUnpacker(file, stream, context, first);
    }

    /**
     * Unpacks one frame into {@link #block}.
     *
     * @return the samples per channel that it holds
     */
    int unpack(AVFrame frame) throws IOException {
        if (frame.sample_rate() != sampleRate
                || frame.format() != format
                || frame.ch_layout().nb_channels() != channels) {
            throw new MediaException(file + ": its sound changes from " + sampleRate + " Hz, " + channels
                    + " channels to " + frame.sample_rate() + " Hz, "
                    + frame.ch_layout().nb_channels() + " channels on the way; convert it to one format");
        }
        int samples = frame.nb_samples();
        long bytes = (long) samples * channels * Float.BYTES;
        if (room.capacity() < bytes) {
            room.close();
            room = new BytePointer(bytes);
            planes.put(0, room);
            block = new float[samples * channels];
        }
        int got = swresample.swr_convert(context, planes, samples, frame.extended_data(), samples);
        ReturnCode.reading(got, file, "its samples cannot be converted");
        ByteBuffer view = room.limit(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
        view.asFloatBuffer().get(block, 0, got * channels);
        return got;
    }

    /** The samples of the last frame, interleaved, from index 0; overwritten by the next. */
    float[] block() {
        return block;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            room.close();
            planes.close();
            swresample.swr_free(context);
        }
    }
}
