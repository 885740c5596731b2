// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;

/** The three planes of a YUV picture, in memory that somebody else owns. */
public record YuvPlanes(YuvLayout layout, Resolution size, Plane y, Plane u, Plane v) {

    /**
     * One plane.
     *
     * @param bytes direct, the plane's first byte at position 0
     * @param stride bytes from one line to the next
     */
    public record Plane(ByteBuffer bytes, int stride) {}

    public YuvPlanes {
        Resolution chroma = layout.chroma(size);
        check("Y", y, size, layout);
        check("U", u, chroma, layout);
        check("V", v, chroma, layout);
    }

    /** Planes of their own, each as large as it must be. */
    public static YuvPlanes allocate(YuvLayout layout, Resolution size) {
        Resolution chroma = layout.chroma(size);
        return new YuvPlanes(layout, size, plane(layout, size), plane(layout, chroma), plane(layout, chroma));
    }

    private static Plane plane(YuvLayout layout, Resolution size) {
        int stride = size.width() * layout.sampleBytes();
        return new Plane(ByteBuffer.allocateDirect(Math.multiplyExact(stride, size.height())), stride);
    }

    private static void check(String name, Plane plane, Resolution size, YuvLayout layout) {
        int line = size.width() * layout.sampleBytes();
        long needed = (long) plane.stride * (size.height() - 1) + line;
        if (!plane.bytes.isDirect() || plane.stride < line || plane.bytes.capacity() < needed) {
            throw new IllegalArgumentException("a plane " + name + " of " + size + " in " + layout + " needs " + needed
                    + " direct bytes in lines of " + line + ", not " + plane);
        }
    }
}
