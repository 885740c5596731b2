// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;

/** The functions of {@code openexr.h}. */
@Properties(inherit = OpenExrLibrary.class)
@Namespace("platewright")
public final class OpenExr {
    static {
        Loader.load();
    }

    private OpenExr() {}

    /** The release of the library that is loaded, for the manifest. */
    public static native String openexrVersion();
}
