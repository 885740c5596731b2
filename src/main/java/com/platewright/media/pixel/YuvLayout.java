// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import com.platewright.shot.Resolution;
import java.util.Arrays;
import java.util.Optional;

/** How YUV pictures lie in memory: three planes, samples of 8 bits or of 10 bits in two little-endian bytes. */
public enum YuvLayout {
    YUV444P10(10, false, false, "yuv444p10le"),
    YUV422P10(10, true, false, "yuv422p10le"),
    YUV420P10(10, true, true, "yuv420p10le"),
    YUV420P8(8, true, true, "yuv420p");

    private final int bits;
    private final boolean halfWidth;
    private final boolean halfHeight;
    private final String ffmpegName;

    YuvLayout(int bits, boolean halfWidth, boolean halfHeight, String ffmpegName) {
        this.bits = bits;
        this.halfWidth = halfWidth;
        this.halfHeight = halfHeight;
        this.ffmpegName = ffmpegName;
    }

    /** The layout that FFmpeg calls by this name. */
    public static Optional<YuvLayout> of(String ffmpegName) {
        return Arrays.stream(values())
                .filter(l -> l.ffmpegName.equals(ffmpegName))
                .findFirst();
    }

    public String ffmpegName() {
        return ffmpegName;
    }

    public int bits() {
        return bits;
    }

    public int sampleBytes() {
        return bits > 8 ? 2 : 1;
    }

    /** Whether a chroma plane has one sample for two columns. */
    public boolean halfWidth() {
        return halfWidth;
    }

    /** Whether a chroma plane has one sample for two lines. */
    public boolean halfHeight() {
        return halfHeight;
    }

    /** Samples of a chroma plane; odd edges count whole. */
    public Resolution chroma(Resolution luma) {
        return new Resolution(
                halfWidth ? (luma.width() + 1) / 2 : luma.width(),
                halfHeight ? (luma.height() + 1) / 2 : luma.height());
    }
}
