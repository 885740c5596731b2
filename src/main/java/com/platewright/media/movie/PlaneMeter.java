// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;

/**
 * Finds the extremes of planes of samples and counts those outside a range, four samples at a time: each sits in 16 bits
 * of a long, and adding or subtracting a bound sets or clears its lane's top bit. Samples have at most 15 bits therefore.
 */
final class PlaneMeter {
    private static final long EACH = 0x0001_0001_0001_0001L;
    private static final long TOPS = 0x8000_8000_8000_8000L;
    private static final long EVEN_BYTES = 0x00ff_00ff_00ff_00ffL;

    private final boolean bytes;
    private final int low;
    private final int high;
    private int lowest = 0x7fff;
    private int highest;
    private long samples;
    private long outside;

    /** The range inside which nothing is news: neither outside nor a new extreme. */
    private long notBelow = TOPS;

    private long notAbove;

    /**
     * A meter of planes.
     *
     * @param bits of one sample, 8 to 15
     * @param low the lowest value inside the range
     * @param high the highest value inside the range
     */
    PlaneMeter(int bits, int low, int high) {
        this.bytes = bits == 8;
        this.low = low;
        this.high = high;
        settle();
    }

    /** Measures a plane; {@code stride} is in bytes, below zero where the lines stand bottom up. */
    void accept(BytePointer plane, int stride, int width, int height) {
        int lineBytes = bytes ? width : 2 * width;
        long top = Math.min(0L, (long) stride * (height - 1));
        int step = Math.abs(stride);
        ByteBuffer values = plane.getPointer(top)
                .capacity((long) step * (height - 1) + lineBytes)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
        for (int y = 0; y < height; y++) {
            measure(values, y * step, y * step + lineBytes);
        }
        samples += (long) width * height;
    }

    /** Nearly every line holds nothing new, which one pass without a branch finds out. */
    private void measure(ByteBuffer values, int from, int to) {
        int tail = to - (to - from) % Long.BYTES;
        long news = bytes ? newsInBytes(values, from, tail) : newsInShorts(values, from, tail);
        for (int at = (news & TOPS) == 0 ? tail : from; at < to; at += bytes ? 1 : 2) {
            one(bytes ? values.get(at) & 0xff : values.getShort(at));
        }
    }

    private long newsInShorts(ByteBuffer values, int from, int to) {
        long below = notBelow;
        long above = notAbove;
        long news = 0;
        for (int at = from; at < to; at += Long.BYTES) {
            long word = values.getLong(at);
            news |= ~(word + below & above - word);
        }
        return news;
    }

    private long newsInBytes(ByteBuffer values, int from, int to) {
        long below = notBelow;
        long above = notAbove;
        long news = 0;
        for (int at = from; at < to; at += Long.BYTES) {
            long word = values.getLong(at);
            long even = word & EVEN_BYTES;
            long odd = word >>> 8 & EVEN_BYTES;
            news |= ~(even + below & above - even & odd + below & above - odd);
        }
        return news;
    }

    private void one(int value) {
        if (value < low || value > high) {
            outside++;
        }
        if (value < lowest || value > highest) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
            settle();
        }
    }

    private void settle() {
        notBelow = TOPS - Math.max(low, lowest) * EACH;
        notAbove = TOPS + Math.min(high, highest) * EACH;
    }

    int lowest() {
        return samples == 0 ? 0 : lowest;
    }

    int highest() {
        return highest;
    }

    long samples() {
        return samples;
    }

    long outside() {
        return outside;
    }
}
