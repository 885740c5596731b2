// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import com.platewright.binding.PixelTally;
import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.frame.Picture;
import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/**
 * Measures frames, strip by strip from the top, and makes the digest of their samples. The result does not depend on how
 * a frame is cut into strips. One meter serves frame after frame of one size, for one thread at a time.
 */
public final class FrameMeter implements AutoCloseable {
    private static final int MEASURED_CHANNELS = 3;

    private final Resolution size;
    private final Picture.Sample sample;
    private final PixelTally tally;
    private final PixelDigest digest = new PixelDigest();
    private int line;

    public FrameMeter(Resolution size, Picture.Sample sample) {
        this(size, sample, true);
    }

    /** With AVX2 where there is some, or without. */
    FrameMeter(Resolution size, Picture.Sample sample, boolean wide) {
        this.size = size;
        this.sample = sample;
        this.tally = new PixelTally(size.width(), wide);
    }

    /**
     * Measures the next lines.
     *
     * @param rgba at its position, {@code count} lines of interleaved RGBA in native order, in a direct buffer
     */
    public void lines(ByteBuffer rgba, int count) {
        int bytes = Math.multiplyExact(size.width() * Picture.CHANNELS * sample.bytes(), count);
        if (!rgba.isDirect() || rgba.remaining() < bytes || count < 1 || line + count > size.height()) {
            throw new IllegalArgumentException(
                    count + " lines after " + line + " do not fit a frame of " + size + " or " + rgba);
        }
        if (sample == Picture.Sample.HALF) {
            tally.halves(rgba, count);
        } else {
            tally.floats(rgba.slice().order(ByteOrder.nativeOrder()).asFloatBuffer(), count);
        }
        digest.add(rgba.slice(rgba.position(), bytes));
        line += count;
    }

    /** What was measured of the frame, all lines of which have come; the meter is then ready for the next one. */
    public FrameMeasure finish(int frame) {
        if (line != size.height()) {
            throw new IllegalStateException("a frame of " + size.height() + " lines cannot be measured after " + line);
        }
        FrameMeasure measure = new FrameMeasure(
                frame,
                IntStream.range(0, MEASURED_CHANNELS).mapToObj(this::channel).toList(),
                digest.finish());
        tally.clear();
        line = 0;
        return measure;
    }

    @Override
    public void close() {
        tally.close();
    }

    private ChannelMeasure channel(int c) {
        long samples = size.pixels();
        long finite = samples - tally.nan(c) - tally.infinite(c);
        return new ChannelMeasure(
                samples,
                tally.nan(c),
                tally.infinite(c),
                tally.negative(c),
                tally.aboveOne(c),
                tally.atCeiling(c),
                finite == 0 ? 0 : tally.lowest(c) + 0f, // -0 becomes 0
                finite == 0 ? 0 : tally.peak(c) + 0f,
                finite == 0 ? 0 : tally.sum(c) / finite);
    }
}
