// SPDX-License-Identifier: Apache-2.0
package com.platewright.frame;

import com.platewright.shot.Resolution;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A fixed number of pictures. Whoever wants one more waits until one comes back: this is what bounds memory. */
public final class PicturePool {
    private final BlockingQueue<Picture> free;

    public PicturePool(int count, Resolution size, Picture.Sample sample) {
        free = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            free.add(Picture.allocate(size, sample));
        }
    }

    public Picture take() throws InterruptedException {
        return free.take();
    }

    /** Returns a picture that {@link #take} gave. */
    public void giveBack(Picture picture) {
        free.add(picture);
    }
}
