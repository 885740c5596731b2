// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.LoadEnabled;
import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.annotation.Properties;

/** Where JavaCPP finds the headers and libraries of {@link OpenColorIo}. */
@Properties(
        @Platform(
                value = "linux-x86_64",
                compiler = "cpp17",
                define = "STRING_BYTES_CHARSET \"UTF-8\"",
                include = "opencolorio.h",
                library = "platewright_ocio"))
public final class OpenColorIoLibrary implements LoadEnabled {
    @Override
    public void init(ClassProperties properties) {
        NativeLibraries.describe("ocio", properties);
    }
}
