// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.ByRef;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Const;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;

/** {@code PlateEncoder} of {@code plate_encoder.h}. */
@Properties(inherit = OpenExrLibrary.class)
@Namespace("platewright")
public final class PlateEncoder extends Pointer {
    static {
        OpenExr.load();
    }

    public PlateEncoder(int zipLevel, boolean wide) {
        allocate(zipLevel, wide);
    }

    private native void allocate(int zipLevel, @Cast("bool") boolean wide);

    public native void begin(@Const @ByRef PlateHeader header);

    /** The number of bytes at {@link #data}; 0 where the source's chunks are not the plate's. */
    public native long copy(@ByRef PlateHeader header, @Const @ByRef ExrFile source, int linesPerBlock);

    public native void lines(@Cast("const uint16_t*") ByteBuffer halfRgba, int count);

    public native long finish();

    @Cast("signed char*")
    public native BytePointer data();
}
