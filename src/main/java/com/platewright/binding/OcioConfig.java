// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;
import org.bytedeco.javacpp.annotation.StdString;

/** {@code OcioConfig} of {@code opencolorio.h}. */
@Properties(inherit = OpenColorIoLibrary.class)
@Namespace("platewright")
public final class OcioConfig extends Pointer {
    static {
        OpenColorIo.load();
    }

    public OcioConfig(String path) {
        allocate(path);
    }

    private native void allocate(@StdString String path);

    public native int spaces();

    @StdString
    public native String space(int number);

    @StdString
    public native String canonical(@StdString String name);

    @Cast("bool")
    public native boolean isData(@StdString String name);

    public native int displays();

    @StdString
    public native String display(int number);

    public native int views(@StdString String display);

    @StdString
    public native String view(@StdString String display, int number);
}
