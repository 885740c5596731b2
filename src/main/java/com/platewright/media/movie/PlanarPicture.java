// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** Room for one decoded picture, filled again and again by a {@link PlanarMovie}. */
public final class PlanarPicture implements AutoCloseable {
    private final AVFrame frame = avutil.av_frame_alloc();
    private boolean open = true;

    /** Takes a reference to a decoded picture in place of the last. */
    void hold(AVFrame decoded) {
        avutil.av_frame_unref(frame);
        if (avutil.av_frame_ref(frame, decoded) < 0) {
            throw new OutOfMemoryError("FFmpeg finds no memory for a picture");
        }
    }

    public Resolution size() {
        return new Resolution(frame.width(), frame.height());
    }

    /**
     * A plane's lines, top line first, valid until the picture is filled again or closed.
     *
     * @param index 0 to 2: Y, Cb and Cr, or green, blue and red
     * @param lines that the plane has
     */
    public ByteBuffer plane(int index, int lines) {
        long bytes = (long) stride(index) * lines;
        return frame.data(index).capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** Bytes from one line of a plane to the next. */
    public int stride(int index) {
        return frame.linesize(index);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            avutil.av_frame_free(frame);
        }
    }
}
