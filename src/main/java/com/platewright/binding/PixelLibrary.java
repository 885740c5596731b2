// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.annotation.Properties;

/** Where JavaCPP finds the header of {@link PixelKernels} and its classes, which need no library. */
@Properties(
        @Platform(
                value = "linux-x86_64",
                compiler = "cpp17",
                define = "STRING_BYTES_CHARSET \"UTF-8\"",
                include = "pixel.h",
                library = "platewright_pixel"))
public final class PixelLibrary {
    private PixelLibrary() {}
}
