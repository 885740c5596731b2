// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;

/** {@code YuvStrips} of {@code pixel.h}. */
@Properties(inherit = PixelLibrary.class)
@Namespace("platewright")
public final class YuvStrips extends Pointer {
    static {
        Loader.load();
    }

    /** Chroma as large as luma, half as wide, or half as wide and high and sited between or on the lines. */
    public static final int FULL = 0, HALF_WIDTH = 1, HALF_LEFT = 2, HALF_TOP_LEFT = 3;

    public YuvStrips(int width, int chroma, double kr, double kb, int bits, boolean wide) {
        allocate(width, chroma, kr, kb, bits, wide);
    }

    private native void allocate(int width, int chroma, double kr, double kb, int bits, @Cast("bool") boolean wide);

    /** Strides in bytes; the planes' buffers start at the planes' first byte. */
    public native void strip(
            FloatBuffer rgba,
            int first,
            int count,
            @Cast("unsigned char*") ByteBuffer y,
            long yStride,
            @Cast("unsigned char*") ByteBuffer u,
            long uStride,
            @Cast("unsigned char*") ByteBuffer v,
            long vStride);
}
