// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;

/** The functions of {@code pixel.h}. */
@Properties(inherit = PixelLibrary.class)
@Namespace("platewright")
public final class PixelKernels {
    static {
        Loader.load();
    }

    private PixelKernels() {}

    /** Whether this processor has AVX2 and F16C. Where it has not, {@code wide} means nothing here and elsewhere. */
    @Cast("bool")
    public static native boolean hasWideKernels();

    public static native void toFloat(
            @Cast("const uint16_t*") ByteBuffer half, long samples, FloatBuffer target, @Cast("bool") boolean wide);

    public static native void toHalf(
            FloatBuffer source, long samples, @Cast("uint16_t*") ByteBuffer target, @Cast("bool") boolean wide);
}
