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
    private byte[] line = new byte[0];

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
    }

    void accept(BytePointer plane, int stride, int width, int height) {
        int lineBytes = bytes ? width : 2 * width;
        if (line.length < lineBytes) {
            line = new byte[lineBytes];
        }
        ByteBuffer values = ByteBuffer.wrap(line).order(ByteOrder.nativeOrder());
        for (int y = 0; y < height; y++) {
            plane.position((long) y * stride).get(line, 0, lineBytes);
            measure(values, lineBytes);
        }
        plane.position(0);
        samples += (long) width * height;
    }

    private void measure(ByteBuffer values, int lineBytes) {
        int at = 0;
        for (; at + Long.BYTES <= lineBytes; at += Long.BYTES) {
            long word = values.getLong(at);
            if (bytes) {
                four(word & EVEN_BYTES);
                four(word >>> 8 & EVEN_BYTES);
            } else {
                four(word);
            }
        }
        for (; at < lineBytes; at += bytes ? 1 : 2) {
            one(bytes ? values.get(at) & 0xff : values.getShort(at));
        }
    }

    private void four(long lanes) {
        long inside = (lanes + TOPS - low * EACH) & (TOPS + high * EACH - lanes) & TOPS;
        if (inside != TOPS) {
            outside += 4 - Long.bitCount(inside);
        }
        long seen = (lanes + TOPS - lowest * EACH) & (TOPS + highest * EACH - lanes) & TOPS;
        if (seen != TOPS) {
            for (int shift = 0; shift < Long.SIZE; shift += Short.SIZE) {
                widen((int) (lanes >>> shift) & 0x7fff);
            }
        }
    }

    private void one(int value) {
        if (value < low || value > high) {
            outside++;
        }
        widen(value);
    }

    private void widen(int value) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
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
