// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Floats in native memory. */
final class Pixels {
    private Pixels() {}

    static FloatBuffer of(float... rgba) {
        return ByteBuffer.allocateDirect(4 * rgba.length)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(rgba)
                .flip();
    }

    static float[] array(FloatBuffer rgba) {
        float[] array = new float[rgba.remaining()];
        rgba.duplicate().get(array);
        return array;
    }
}
