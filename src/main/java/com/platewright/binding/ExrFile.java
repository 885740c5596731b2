// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;
import org.bytedeco.javacpp.annotation.StdString;

/** {@code ExrFile} of {@code exr_file.h}. The buffer it was made of must stay reachable until it is closed. */
@Properties(inherit = OpenExrLibrary.class)
@Namespace("platewright")
public final class ExrFile extends Pointer {
    static {
        OpenExr.load();
    }

    public ExrFile(ByteBuffer file, long size) {
        allocate(file, size);
    }

    private native void allocate(@Cast("const char*") ByteBuffer file, long size);

    public native int parts();

    @Cast("bool")
    public native boolean isDeep();

    @Cast("bool")
    public native boolean isTiled();

    public native int compressionId();

    public native float pixelAspectRatio();

    /** Edges 0 to 3: lowest x, lowest y, highest x, highest y. */
    public native int dataWindow(int edge);

    public native int displayWindow(int edge);

    public native int channels();

    @StdString
    public native String channelName(int channel);

    /** 0 for UINT, 1 for HALF, 2 for FLOAT. */
    public native int channelType(int channel);

    public native int channelXSampling(int channel);

    public native int channelYSampling(int channel);

    /** How many attributes of type string there are. */
    public native int texts();

    @StdString
    public native String textName(int text);

    @StdString
    public native String textValue(int text);

    @Cast("bool")
    public native boolean hasChromaticities();

    public native float chromaticity(int coordinate);

    @Cast("bool")
    public native boolean hasFramesPerSecond();

    public native int framesPerSecondNumerator();

    public native long framesPerSecondDenominator();

    @Cast("bool")
    public native boolean hasTimeCode();

    public native long timeCodeWord();

    public native int acesImageContainerFlag();

    /** Bytes that decoding one block or tile takes. */
    public native long blockBytes(int linesPerBlock);

    public native void decode(@Cast("char*") ByteBuffer rgba, @Cast("bool") boolean asFloat);
}
