// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder;
import java.io.IOException;
import java.nio.FloatBuffer;

/**
 * Where painted frames go: into EXR files and a movie. Buffers hold a whole frame, RGBA, ACES2065-1, lines from the top, and are
 * lent for the length of the call.
 */
interface Reel extends AutoCloseable {

    /** Opens a reel. */
    interface Maker {
        Reel open(ClipOrder order, ClipFolder into) throws IOException;
    }

    /** Writes the EXR file of a frame, counted from 0. Called by several threads at once, in no order. */
    void exr(int index, FloatBuffer rgba) throws IOException;

    /** Adds a frame to the movie. Called frame after frame, by one thread at a time. */
    void picture(int index, FloatBuffer rgba) throws IOException, InterruptedException;

    /** Completes the movie; called once, after the last frame. */
    void finish() throws IOException;

    /** Lets go of everything; without {@link #finish} the movie is of no use. */
    @Override
    void close() throws IOException;
}
