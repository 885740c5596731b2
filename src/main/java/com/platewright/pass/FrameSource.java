// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.media.MediaException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The EXR files of a clip in playing order. Many threads may read at once, each with its own {@link Reader}. */
public interface FrameSource {
    /** How many frames there are. */
    int count();

    /** What a message calls the frame, such as {@code clip.zip: frame_0003.exr}. */
    String name(int index);

    /** A reader for one thread. */
    Reader reader();

    /** One thread's way to the bytes. */
    interface Reader {
        /**
         * The whole EXR file of a frame in native memory, proved against its checksum where the source has one. Valid
         * until the next call.
         *
         * @throws MediaException the frame is damaged
         */
        ByteBuffer read(int index) throws IOException;
    }
}
