// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.LoadEnabled;
import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.annotation.Properties;

/** Where JavaCPP finds the headers and libraries of {@link OpenExr} , its file classes and ISA-L. */
@Properties(
        @Platform(
                value = "linux-x86_64",
                compiler = "cpp17",
                define = "STRING_BYTES_CHARSET \"UTF-8\"",
                include = "exr.h",
                library = "platewright_exr"))
public final class OpenExrLibrary implements LoadEnabled {
    @Override
    public void init(ClassProperties properties) {
        NativeLibraries.describe("exr", properties);
        NativeLibraries.describe("deflate", properties);
    }
}
