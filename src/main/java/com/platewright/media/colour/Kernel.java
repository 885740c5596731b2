// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import java.nio.FloatBuffer;

/** What computes a transform in native memory, in place. Threads may share it. */
interface Kernel extends AutoCloseable {
    void apply(FloatBuffer rgba, int pixels);

    @Override
    void close();
}
