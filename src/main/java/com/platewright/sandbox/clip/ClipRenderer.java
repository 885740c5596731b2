// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.clip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the pictures that the sandbox delivers. One renderer serves several servers and threads. */
public interface ClipRenderer {

    /** Why this order cannot be rendered, as a sentence; asked before anything is charged. */
    Optional<String> refusal(ClipOrder order);

    /**
     * What a movie that shall be changed is like; asked before anything is charged.
     *
     * @throws IOException where it cannot be decoded from end to end, or this renderer changes no movies
     */
    default Footage footage(Path movie) throws IOException {
        throw new IOException("no movies are changed here");
    }

    /**
     * Writes the movie and, where ordered, every EXR frame into the folder. The same order gives the same bytes.
     *
     * @throws IOException where a file cannot be written, or an input cannot be read; the task then fails for good
     * @throws InterruptedException as soon as the thread is interrupted; what was written is thrown away
     */
    void render(ClipOrder order, ClipFolder into, Progress progress) throws IOException, InterruptedException;

    /** Told from time to time how far rendering has come, from any thread. */
    interface Progress {
        /** {@code done} frames of {@code frames} are finished. */
        void frames(int done, int frames);
    }
}
