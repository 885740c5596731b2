// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Const;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;

/** {@code ColourSteps} of {@code pixel.h}. */
@Properties(inherit = PixelLibrary.class)
@Namespace("platewright")
public final class ColourSteps extends Pointer {
    static {
        Loader.load();
    }

    public ColourSteps() {
        allocate();
    }

    private native void allocate();

    /** How many values describe a curve: at the floats whose bits are the multiples of 2^32 divided by this. */
    public static native int segments();

    public native void clamp(float low, float high);

    public native void matrix(@Const float[] rows);

    public native void curves(@Const float[] red, @Const float[] green, @Const float[] blue);

    public native void glow(float gain, float middle);

    public native void redModifier(float pivot, float strength, @Const float[] weights);

    public native void gain(float red, float green, float blue, float least, @Const float[] gains);

    public native void gamut(@Const float[] red, @Const float[] green, @Const float[] blue);

    public native void apply(FloatBuffer rgba, long pixels, @Cast("bool") boolean wide);
}
