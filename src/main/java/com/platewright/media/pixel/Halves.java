// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import com.platewright.binding.PixelKernels;
import com.platewright.frame.Picture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Half to float, which is exact, and float to half (IEEE 754 binary16): rounded to nearest even, from 65520 on infinity,
 * never clamped. A NaN stays one, made quiet, with the upper bits of its payload.
 */
public final class Halves {
    private Halves() {}

    /**
     * Lines of a picture as float; those of a float picture are copied bit for bit.
     *
     * @param rgba direct, native order; written from its position, which stays
     */
    public static void toFloat(Picture picture, int firstLine, int lines, FloatBuffer rgba) {
        ByteBuffer source = picture.lines(firstLine, lines);
        if (picture.sample() == Picture.Sample.FLOAT) {
            rgba.duplicate().put(source.asFloatBuffer());
        } else {
            toFloat(source, rgba, true);
        }
    }

    /**
     * Pixels of a float strip as half.
     *
     * @param rgba direct, native order; read from its position, which stays
     * @param halfRgba direct, native order; written from its position, which stays
     */
    public static void toHalf(FloatBuffer rgba, int pixels, ByteBuffer halfRgba) {
        toHalf(rgba, pixels, halfRgba, true);
    }

    static void toFloat(ByteBuffer halfRgba, FloatBuffer rgba, boolean wide) {
        int samples = halfRgba.remaining() / Short.BYTES;
        require(rgba, samples);
        PixelKernels.toFloat(halfRgba, samples, rgba, wide);
    }

    static void toHalf(FloatBuffer rgba, int pixels, ByteBuffer halfRgba, boolean wide) {
        int samples = Math.multiplyExact(pixels, Picture.CHANNELS);
        require(rgba, samples);
        if (!halfRgba.isDirect() || halfRgba.remaining() < (long) samples * Short.BYTES) {
            throw new IllegalArgumentException(samples + " half samples do not fit " + halfRgba);
        }
        PixelKernels.toHalf(rgba, samples, halfRgba, wide);
    }

    /** Kernels check nothing: whatever is handed to one is checked here. */
    static void require(FloatBuffer rgba, long samples) {
        if (!rgba.isDirect() || rgba.order() != ByteOrder.nativeOrder() || rgba.remaining() < samples) {
            throw new IllegalArgumentException(samples + " float samples do not fit " + rgba);
        }
    }
}
