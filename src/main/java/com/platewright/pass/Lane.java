// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.media.colour.ColourTransform;
import java.io.IOException;
import java.nio.FloatBuffer;

/** One output of the pass, from the first frame to the last. Closing it before it is finished leaves no file behind. */
public interface Lane extends AutoCloseable {
    /** From the source's colour space to the one of this output. Lanes that share a transform share its result. */
    ColourTransform colour();

    /** How many lines a strip must have at least, so that its boundaries suit this output. */
    int stripLines();

    /** What one worker needs to take part. */
    Desk desk() throws IOException;

    /** Called once, after the last frame of every worker. */
    void finish() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /** One worker's part of a lane: {@code begin}, every strip from top to bottom, {@code end}; then the next frame. */
    interface Desk extends AutoCloseable {
        /** Called in frame order over all workers, so a lane may hand out what is scarce. May wait. */
        void begin(int index) throws IOException, InterruptedException;

        /**
         * Takes the lines from {@code firstLine}: RGBA in the lane's colour space, as many as the buffer holds. The
         * buffer is shared with other lanes of the same colour: look, do not touch.
         */
        void strip(FloatBuffer rgba, int firstLine, int lines) throws IOException;

        void end() throws IOException;

        @Override
        void close();
    }
}
