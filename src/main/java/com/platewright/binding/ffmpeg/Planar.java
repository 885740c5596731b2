// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/**
 * Gives decoded pictures with one plane per component, integers of 8 to 15 bits. Nearly all codecs decode to that, and
 * such pictures pass as they are. The others (packed RGB, uncompressed Y'CbCr, 16 bits) are taken apart, without a
 * change of value in 8 bits, scaled to 12 where they have more.
 */
public final class Planar implements AutoCloseable {
    private static final long UNFIT = avutil.AV_PIX_FMT_FLAG_BE
            | avutil.AV_PIX_FMT_FLAG_FLOAT
            | avutil.AV_PIX_FMT_FLAG_PAL
            | avutil.AV_PIX_FMT_FLAG_BITSTREAM;

    private final Path file;
    private final @Nullable SwsContext context;
    private final AVFrame apart = avutil.av_frame_alloc();
    private boolean open = true;

    private Planar(Path file, @Nullable SwsContext context) {
        this.file = file;
        this.context = context;
    }

    /** For pictures of the size and format of {@code first}. */
    public static Planar of(Path file, AVFrame first) throws IOException {
        AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(first.format());
        if (isPlanar(first.format(), format)) {
            return new Planar(file, null);
        }
        int target = twin(format);
        int width = first.width();
        int height = first.height();
        // The nearest chroma sample: no value arises that was not there.
        int flags = swscale.SWS_POINT | swscale.SWS_ACCURATE_RND | swscale.SWS_BITEXACT;
        SwsContext context = swscale.sws_getContext(
                width, height, first.format(), width, height, target, flags, null, null, (DoublePointer) null);
        if (context == null || context.isNull()) {
            throw new MediaException(file + ": its pixel format " + RgbScaler.pixelFormat(first)
                    + " cannot be measured; transcode it to ProRes, DNxHR, H.264 or HEVC");
        }
        Planar planar = new Planar(file, context);
        planar.apart.format(target);
        planar.apart.width(width);
        planar.apart.height(height);
        ReturnCode.reading(avutil.av_frame_get_buffer(planar.apart, 0), file, "a picture cannot be taken apart");
        return planar;
    }

    private static boolean isPlanar(int number, AVPixFmtDescriptor format) {
        int components = format.nb_components();
        int bits = format.comp(0).depth();
        boolean separate = components == 1 || avutil.av_pix_fmt_count_planes(number) == components;
        return separate
                && (format.flags() & UNFIT) == 0
                && bits >= 8
                && bits < 16
                && format.comp(0).shift() == 0;
    }

    private static int twin(AVPixFmtDescriptor format) {
        boolean deep = format.comp(0).depth() > 8;
        if ((format.flags() & (avutil.AV_PIX_FMT_FLAG_RGB | avutil.AV_PIX_FMT_FLAG_PAL)) != 0) {
            return deep ? avutil.AV_PIX_FMT_GBRP12LE : avutil.AV_PIX_FMT_GBRP;
        }
        if (format.nb_components() < 3) {
            return deep ? avutil.AV_PIX_FMT_GRAY12LE : avutil.AV_PIX_FMT_GRAY8;
        }
        return deep ? avutil.AV_PIX_FMT_YUV444P12LE : avutil.AV_PIX_FMT_YUV444P;
    }

    /** The picture itself, or one with the same values that is overwritten by the next call. */
    public AVFrame planes(AVFrame picture) throws IOException {
        if (context == null) {
            return picture;
        }
        ReturnCode.reading(
                swscale.sws_scale(
                        context,
                        picture.data(),
                        picture.linesize(),
                        0,
                        picture.height(),
                        apart.data(),
                        apart.linesize()),
                file,
                "a picture cannot be taken apart");
        return apart;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            avutil.av_frame_free(apart);
            if (context != null) {
                swscale.sws_freeContext(context);
            }
        }
    }
}
