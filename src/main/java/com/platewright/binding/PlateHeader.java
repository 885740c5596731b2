// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;
import org.bytedeco.javacpp.annotation.StdString;

/** {@code PlateHeader} of {@code plate_header.h}. */
@Properties(inherit = OpenExrLibrary.class)
@Namespace("platewright")
public final class PlateHeader extends Pointer {
    static {
        OpenExr.load();
    }

    public PlateHeader(int width, int height, int compressionId, boolean alpha) {
        allocate(width, height, compressionId, alpha);
    }

    private native void allocate(int width, int height, int compressionId, @Cast("bool") boolean alpha);

    public native void dwaLevel(float level);

    public native void chromaticities(
            float redX, float redY, float greenX, float greenY, float blueX, float blueY, float whiteX, float whiteY);

    public native void framesPerSecond(int numerator, int denominator);

    public native void timeCode(long word);

    public native void text(@StdString String name, @StdString String value);
}
