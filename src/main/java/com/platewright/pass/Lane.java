// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.frame.Picture;
import com.platewright.media.colour.ColourTransform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;

/** One output of the pass, from the first frame to the last. Closing it before it is finished leaves no file behind. */
public interface Lane extends AutoCloseable {
    /** From the source's colour space to this output's. Lanes that share the object share its work. */
    ColourTransform colour();

    /** What its desks do, in a word or two. */
    String work();

    /** The time of a thread of its own; empty where it has none. Complete once the lane is finished. */
    default Optional<StageTime> apart() {
        return Optional.empty();
    }

    /** What one worker needs to take part. */
    Desk desk() throws IOException;

    /** Called once, after the last frame of every worker. */
    void finish() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /**
     * One worker's part of a lane: {@code begin}, every strip from top to bottom, then {@code end} or {@code abandon}; then
     * the next frame.
     */
    interface Desk extends AutoCloseable {
        /** Called in frame order over all workers, so a lane can hand out in order what is scarce. May wait. */
        void begin(int index) throws IOException, InterruptedException;

        /**
         * Takes the file that a frame comes from, where that holds just what this lane would write.
         *
         * @param file an OpenEXR file in a direct buffer, from position to limit
         * @param picture what it decodes to
         * @return whether it was taken; the desk is then idle for this frame
         */
        default boolean take(ByteBuffer file, Picture picture) throws IOException {
            return false;
        }

        /** Whether this desk has no use for the frame that it has begun; it is then given no strips. */
        default boolean isIdle() {
            return false;
        }

        /**
         * Takes lines from the top.
         *
         * @param rgba interleaved RGBA float in the lane's colour space, from its position; shared with other lanes of the
         *     same colour: look, do not touch
         */
        void strip(FloatBuffer rgba, int lines) throws IOException;

        void end() throws IOException;

        /** The frame turned out to be damaged. Nothing that the lane makes from now on is of use. */
        void abandon();

        @Override
        void close();
    }
}
