// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * One picture of a movie in the encoder's own memory, to be painted and given back to the writer that lent it. Its
 * contents are whatever the last picture left. Once written or given back it must not be touched.
 */
public final class MoviePicture {
    private final AVFrame frame;
    private boolean lent = true;
    private final List<ByteBuffer> planes = new ArrayList<>();

    MoviePicture(AVFrame frame, PlaneLayout layout) {
        this.frame = frame;
        for (int i = 0; i < layout.planes().size(); i++) {
            planes.add(frame.data(i)
                    .capacity(layout.planes().get(i).bytes())
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder()));
        }
    }

    AVFrame frame() {
        if (!lent) {
            throw new IllegalStateException("this picture was given back and is another's by now");
        }
        return frame;
    }

    /** Ends the loan, once. */
    AVFrame release() {
        AVFrame ended = frame();
        lent = false;
        return ended;
    }

    /** How many planes there are: 3 for Y'CbCr, in this order. */
    public int planes() {
        return planes.size();
    }

    /** A plane's lines, top line first; samples of more than 8 bits take two bytes in native order. */
    public ByteBuffer plane(int index) {
        frame();
        return planes.get(index);
    }

    /** Bytes from one line of a plane to the next. */
    public int stride(int index) {
        return frame().linesize(index);
    }
}
