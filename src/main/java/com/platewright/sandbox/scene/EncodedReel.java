// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The files that are delivered: half EXR frames, and a silent H.264 movie. The same frames give the same bytes. */
final class EncodedReel implements Reel {
    private final ClipOrder order;
    private final ClipFolder into;
    private final PreviewMovie movie;
    private final Queue<PlatePress> idle = new ConcurrentLinkedQueue<>();

    private EncodedReel(ClipOrder order, ClipFolder into, PreviewMovie movie) {
        this.order = order;
        this.into = into;
        this.movie = movie;
    }

    static EncodedReel open(ClipOrder order, ClipFolder into) throws IOException {
        return new EncodedReel(order, into, PreviewMovie.create(into.movie(), order.format()));
    }

    /** An encoder serves one thread at a time: there come to be as many as there are threads. */
    @Override
    public void exr(int index, FloatBuffer rgba) throws IOException {
        PlatePress idler = idle.poll();
        PlatePress press = idler == null ? PlatePress.open(order) : idler;
        try {
            press.write(rgba, into.frame(index));
        } finally {
            idle.add(press);
        }
    }

    @Override
    public void picture(int index, FloatBuffer rgba) throws IOException, InterruptedException {
        movie.write(rgba);
    }

    @Override
    public void finish() throws IOException {
        movie.finish();
    }

    /** Called when no thread writes any more. */
    @Override
    public void close() throws IOException {
        idle.forEach(PlatePress::close);
        idle.clear();
        movie.close();
    }
}
