// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;

/** The functions of {@code opencolorio.h}. Loading this class sets the library up; its classes are loaded after it. */
@Properties(inherit = OpenColorIoLibrary.class)
@Namespace("platewright")
public final class OpenColorIo {
    static {
        Loader.load();
        configureOcio();
    }

    private OpenColorIo() {}

    /** The release of the library that is loaded, for the manifest. */
    public static native String ocioVersion();

    /** Does nothing but make sure that this class, and with it the library, has been set up. */
    static void load() {}

    private static native void configureOcio();
}
