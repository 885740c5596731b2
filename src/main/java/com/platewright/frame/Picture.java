// SPDX-License-Identifier: Apache-2.0
package com.platewright.frame;

import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One picture in native memory: RGBA interleaved, top line first, samples in the machine's byte order. A picture without
 * alpha holds 1.0 there. The buffer is allocated once and written again and again; whoever holds the picture owns it.
 */
public final class Picture {
    public static final int CHANNELS = 4;

    /** How one sample is stored. */
    public enum Sample {
        HALF(2),
        FLOAT(4);

        private final int bytes;

        Sample(int bytes) {
            this.bytes = bytes;
        }

        public int bytes() {
            return bytes;
        }
    }

    private final Resolution size;
    private final Sample sample;
    private final ByteBuffer pixels;

    private Picture(Resolution size, Sample sample, ByteBuffer pixels) {
        this.size = size;
        this.sample = sample;
        this.pixels = pixels;
    }

    public static Picture allocate(Resolution size, Sample sample) {
        int bytes = Math.multiplyExact(size.pixels(), CHANNELS * sample.bytes());
        return new Picture(size, sample, ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()));
    }

    public Resolution size() {
        return size;
    }

    public Sample sample() {
        return sample;
    }

    /** All samples, from position 0, in native byte order; each call gives its own view. */
    public ByteBuffer pixels() {
        return lines(0, size.height());
    }

    /** The samples of {@code count} lines from line {@code first}, in native byte order. */
    public ByteBuffer lines(int first, int count) {
        int line = size.width() * CHANNELS * sample.bytes();
        return pixels.slice(first * line, count * line).order(ByteOrder.nativeOrder());
    }
}
