// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import java.io.IOException;

/** Takes sound block by block. */
@FunctionalInterface
interface SoundSink {
    /** Takes {@code samples} of every channel, interleaved from index 0; the array is used again afterwards. */
    void accept(float[] interleaved, int samples) throws IOException;
}
