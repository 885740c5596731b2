// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The EXR files of a clip in playing order. Many threads may read at once. */
public interface FrameSource {
    /** How many frames there are. */
    int count();

    /** What a message calls a frame, such as {@code clip.zip: frame_0003.exr}. */
    String name(int index);

    /**
     * The whole EXR file of a frame in native memory, proved against its checksum where the source has one.
     *
     * @param spare a buffer that may be used again; the result may be it
     * @throws IOException the frame cannot be had; the message names it
     */
    ByteBuffer read(int index, ByteBuffer spare) throws IOException;

    /** Whether a failure to read means that this frame is damaged, as opposed to a storage that does not answer. */
    boolean isDamage(IOException failure);
}
