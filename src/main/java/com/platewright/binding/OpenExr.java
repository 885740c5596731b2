// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;
import org.bytedeco.javacpp.annotation.StdString;

/** The functions of {@code exr.h}. Loading this class sets the library up; its classes are loaded after it. */
@Properties(inherit = OpenExrLibrary.class)
@Namespace("platewright")
public final class OpenExr {
    /** The longest side, in pixels, of a picture that the library will look at. */
    public static final int LONGEST_SIDE = 16384;

    static {
        Loader.load();
        configureOpenExr(LONGEST_SIDE);
    }

    private OpenExr() {}

    /** The release of the library that is loaded, for the manifest. */
    public static native String openexrVersion();

    /** The release of ISA-L that the bindings were compiled against. */
    @StdString
    public static native String isalVersion();

    /** The compression id in the first header of a file; -1 where the bytes hold no such attribute. */
    public static native int firstCompressionId(@Cast("const char*") ByteBuffer file, long size);

    /** Does nothing but make sure that this class, and with it the library, has been set up. */
    static void load() {}

    private static native void configureOpenExr(int longestSide);
}
