// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;

/** {@code PixelTally} of {@code pixel.h}. */
@Properties(inherit = PixelLibrary.class)
@Namespace("platewright")
public final class PixelTally extends Pointer {
    static {
        Loader.load();
    }

    public PixelTally(int width, boolean wide) {
        allocate(width, wide);
    }

    private native void allocate(int width, @Cast("bool") boolean wide);

    public native void clear();

    public native void halves(@Cast("const uint16_t*") ByteBuffer rgba, int lines);

    public native void floats(FloatBuffer rgba, int lines);

    @Cast("int64_t")
    public native long nan(int channel);

    @Cast("int64_t")
    public native long infinite(int channel);

    @Cast("int64_t")
    public native long negative(int channel);

    @Cast("int64_t")
    public native long aboveOne(int channel);

    @Cast("int64_t")
    public native long atCeiling(int channel);

    public native float lowest(int channel);

    public native float peak(int channel);

    public native double sum(int channel);
}
