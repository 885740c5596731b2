// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.ByRef;
import org.bytedeco.javacpp.annotation.ByVal;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Const;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;
import org.bytedeco.javacpp.annotation.StdString;

/** {@code OcioProcessor} of {@code opencolorio.h}. */
@Properties(inherit = OpenColorIoLibrary.class)
@Namespace("platewright")
public final class OcioProcessor extends Pointer {
    static {
        OpenColorIo.load();
    }

    public OcioProcessor(OcioConfig config, String from, String to) {
        allocate(config, from, to);
    }

    public OcioProcessor(OcioConfig config, String from, String display, String view) {
        allocate(config, from, display, view);
    }

    /** Some of another processor's operations, from one to before another. */
    public OcioProcessor(OcioOperations operations, int first, int end) {
        allocate(operations, first, end);
    }

    private native void allocate(@Const @ByRef OcioConfig config, @StdString String from, @StdString String to);

    private native void allocate(
            @Const @ByRef OcioConfig config, @StdString String from, @StdString String display, @StdString String view);

    private native void allocate(@Const @ByRef OcioOperations operations, int first, int end);

    @Cast("bool")
    public native boolean isNoOp();

    @ByVal
    public native OcioOperations operations();

    public native void apply(FloatBuffer rgba, long pixels);
}
