// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.RgbScaler;
import com.platewright.media.MediaException;
import com.platewright.media.SampleFormat;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;

/** FFmpeg's pixel formats as far as their samples can be taken as they are. */
final class PlaneFormats {
    private static final long UNFIT = avutil.AV_PIX_FMT_FLAG_BE
            | avutil.AV_PIX_FMT_FLAG_FLOAT
            | avutil.AV_PIX_FMT_FLAG_PAL
            | avutil.AV_PIX_FMT_FLAG_BITSTREAM
            | avutil.AV_PIX_FMT_FLAG_HWACCEL;

    private PlaneFormats() {}

    static String name(AVFrame frame) {
        return RgbScaler.pixelFormat(frame);
    }

    /** @throws MediaException for packed, grey and half-legible formats */
    static SampleFormat of(Path file, AVFrame frame) throws MediaException {
        AVPixFmtDescriptor found = avutil.av_pix_fmt_desc_get(frame.format());
        int components = found.nb_components();
        int bits = found.comp(0).depth();
        boolean planar = components >= 3
                && avutil.av_pix_fmt_count_planes(frame.format()) == components
                && (found.flags() & UNFIT) == 0
                && bits >= 8
                && bits <= 16
                && found.comp(0).shift() == 0
                && found.log2_chroma_w() <= 1
                && found.log2_chroma_h() <= found.log2_chroma_w();
        if (!planar) {
            throw new MediaException(file + ": its pixel format " + name(frame)
                    + " has no planes of Y'CbCr in 4:2:0, 4:2:2 or 4:4:4, or of R'G'B', of 8 to 16 bits; transcode it"
                    + " to ProRes 4444, DNxHR, H.264 or HEVC");
        }
        return new SampleFormat(
                name(frame),
                bits,
                found.log2_chroma_w() == 1,
                found.log2_chroma_h() == 1,
                (found.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0,
                components > 3);
    }
}
