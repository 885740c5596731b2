// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.ColourCodes;
import com.platewright.shot.Resolution;
import java.util.concurrent.Semaphore;
import org.bytedeco.ffmpeg.avutil.AVBufferPool;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.Alloc_long;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * Lends a fixed number of pictures. An encoder may hold on to the memory of a written picture for some frames, so the
 * memory itself comes from FFmpeg's buffer pool, which gets it back when the encoder lets go.
 */
final class PictureStock implements AutoCloseable {
    private static final int NEVER_EXHAUSTED = 1 << 20;

    private final Resolution size;
    private final int pixelFormat;
    private final ColourCodes colour;
    private final PlaneLayout layout;
    private final AVBufferPool buffers;
    private final Semaphore free;
    private volatile boolean open = true;

    PictureStock(int pictures, Resolution size, int pixelFormat, ColourCodes colour) {
        this.size = size;
        this.pixelFormat = pixelFormat;
        this.colour = colour;
        this.layout = PlaneLayout.of(pixelFormat, size);
        this.buffers = avutil.av_buffer_pool_init(layout.bytes(), (Alloc_long) null);
        this.free = new Semaphore(pictures);
    }

    MoviePicture borrow() throws InterruptedException {
        free.acquire();
        synchronized (this) {
            if (!open) {
                throw new IllegalStateException("the movie is closed: no more pictures are lent");
            }
            AVBufferRef buffer = avutil.av_buffer_pool_get(buffers);
            if (buffer == null || buffer.isNull()) {
                throw new OutOfMemoryError("no memory for a picture of " + size);
            }
            return new MoviePicture(frame(buffer), layout);
        }
    }

    private AVFrame frame(AVBufferRef buffer) {
        AVFrame frame = avutil.av_frame_alloc();
        frame.format(pixelFormat);
        frame.width(size.width());
        frame.height(size.height());
        colour.write(frame);
        frame.buf(0, buffer);
        long offset = 0;
        for (int i = 0; i < layout.planes().size(); i++) {
            frame.data(i, new BytePointer(buffer.data()).getPointer(offset));
            frame.linesize(i, layout.planes().get(i).stride());
            offset += layout.planes().get(i).bytes();
        }
        return frame;
    }

    void giveBack(MoviePicture picture) {
        avutil.av_frame_free(picture.release());
        free.release();
    }

    /** Wakes whoever waits for a picture. Memory still lent or held by an encoder is freed when it comes back. */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            avutil.av_buffer_pool_uninit(buffers);
            free.release(NEVER_EXHAUSTED);
        }
    }
}
