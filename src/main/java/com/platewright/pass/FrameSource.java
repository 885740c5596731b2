// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.frame.Picture;
import com.platewright.media.ExrHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The frames of a clip in playing order, each of which is read once. */
public interface FrameSource {
    /** How many frames there are. */
    int count();

    /** What a message calls a frame, such as {@code clip.zip: frame_0003.exr}. */
    String name(int index);

    /** A reader for one thread. Many may read at once, each frame by one of them; none skips a frame that it was given. */
    Reader reader();

    /** Whether a failure to read means that this frame is damaged, as opposed to a storage that does not answer. */
    boolean isDamage(IOException failure);

    /** What one worker needs to read frames. */
    interface Reader extends AutoCloseable {
        /** Waits until a frame can be read at once. */
        default void await(int index) throws IOException, InterruptedException {}

        /**
         * Decodes a frame, proved against its checksum where the source has one.
         *
         * @param into overwritten as a whole
         * @return its header; empty where frames have none
         * @throws IOException the frame cannot be had or does not decode; the message names it
         */
        Optional<ExrHeader> read(int index, Picture into) throws IOException, InterruptedException;

        /** The file that was read last, from position to limit in a direct buffer; empty where frames are no files. */
        default Optional<ByteBuffer> file() {
            return Optional.empty();
        }

        @Override
        void close();
    }
}
