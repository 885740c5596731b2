// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;
import org.bytedeco.javacpp.annotation.StdString;

/** {@code OcioOperations} of {@code ocio_operations.h}. */
@Properties(inherit = OpenColorIoLibrary.class)
@Namespace("platewright")
public final class OcioOperations extends Pointer {
    static {
        OpenColorIo.load();
    }

    /** Made by {@link OcioProcessor#operations}. */
    private OcioOperations() {}

    public native int count();

    @StdString
    public native String kind(int number);

    public native float low(int number);

    public native float high(int number);

    public native float weight(int number, int channel, int from);
}
