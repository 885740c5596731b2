// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.shot.Resolution;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;

/** How the planes of a picture follow each other in one block of memory. */
record PlaneLayout(List<Plane> planes) {
    /** Lines start where any vector instruction likes them to. */
    private static final int ALIGNMENT = 64;

    /** FFmpeg's pictures have at most so many planes. */
    private static final int MOST = 4;

    /** Both in bytes. */
    record Plane(int stride, int lines) {
        int bytes() {
            return Math.multiplyExact(stride, lines);
        }
    }

    static PlaneLayout of(int pixelFormat, Resolution size) {
        AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(pixelFormat);
        int[] strides = new int[MOST];
        avutil.av_image_fill_linesizes(strides, pixelFormat, size.width());
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < avutil.av_pix_fmt_count_planes(pixelFormat); i++) {
            boolean isChroma = i == 1 || i == 2;
            int lines = isChroma ? -(-size.height() >> format.log2_chroma_h()) : size.height();
            planes.add(new Plane((strides[i] + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT, lines));
        }
        return new PlaneLayout(List.copyOf(planes));
    }

    /** The size of the block, with room for a vector that is read past the last line. */
    long bytes() {
        return planes.stream().mapToLong(Plane::bytes).sum() + ALIGNMENT;
    }
}
