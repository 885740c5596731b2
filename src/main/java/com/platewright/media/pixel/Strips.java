// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import com.platewright.frame.Picture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Strips of RGBA in native memory. */
public final class Strips {
    /** Lines of a strip: 480 KiB of float at 1920 pixels, and a multiple of what ZIP and YUV 4:2:0 work in. */
    public static final int LINES = 16;

    private static final int CACHE_LINE = 64;

    private Strips() {}

    /** Room for {@link #LINES} lines of float. */
    public static FloatBuffer floats(int width) {
        return allocate(width, Float.BYTES).asFloatBuffer();
    }

    /** Room for {@link #LINES} lines of half. */
    public static ByteBuffer halves(int width) {
        return allocate(width, Short.BYTES);
    }

    private static ByteBuffer allocate(int width, int sampleBytes) {
        int bytes = Math.multiplyExact(LINES * Picture.CHANNELS * sampleBytes, width);
        return ByteBuffer.allocateDirect(bytes + CACHE_LINE)
                .alignedSlice(CACHE_LINE)
                .slice(0, bytes)
                .order(ByteOrder.nativeOrder());
    }
}
