// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.media.MovieFacts.Levels;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Measures the code values of planar pictures. Legal are, in 8 bits and scaled for more, 16 to 235 for luma and 16 to
 * 240 for chroma (Rec. ITU-R BT.709, BT.2100); every value is legal in full range and in RGB. The planes of RGB count as
 * luma; alpha is not looked at.
 */
final class LevelMeter {
    private final AVPixFmtDescriptor format;
    private final int bits;
    private final boolean rgb;
    private final boolean full;
    private final PlaneMeter luma;
    private final PlaneMeter chroma;

    private LevelMeter(AVPixFmtDescriptor format, boolean full) {
        this.format = format;
        this.bits = format.comp(0).depth();
        this.rgb = (format.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0;
        this.full = full || rgb;
        this.luma = meter(235);
        this.chroma = meter(240);
    }

    /** A meter for pictures such as {@code first}, whose planes hold one component each in 8 to 15 bits. */
    static LevelMeter of(AVFrame first, boolean full) {
        return new LevelMeter(avutil.av_pix_fmt_desc_get(first.format()), full);
    }

    private PlaneMeter meter(int highest) {
        int scale = 1 << (bits - 8);
        return full ? new PlaneMeter(bits, 0, (1 << bits) - 1) : new PlaneMeter(bits, 16 * scale, highest * scale);
    }

    void accept(AVFrame picture) {
        int planes = format.nb_components() < 3 ? 1 : 3;
        for (int i = 0; i < planes; i++) {
            boolean isChroma = i > 0 && !rgb;
            int width = isChroma ? shrunk(picture.width(), format.log2_chroma_w()) : picture.width();
            int height = isChroma ? shrunk(picture.height(), format.log2_chroma_h()) : picture.height();
            (isChroma ? chroma : luma).accept(picture.data(i), picture.linesize(i), width, height);
        }
    }

    private static int shrunk(int length, int shift) {
        return -(-length >> shift);
    }

    Levels levels() {
        long samples = luma.samples() + chroma.samples();
        double outside = samples == 0 ? 0 : (double) (luma.outside() + chroma.outside()) / samples;
        return new Levels(bits, luma.lowest(), luma.highest(), chroma.lowest(), chroma.highest(), outside);
    }
}
