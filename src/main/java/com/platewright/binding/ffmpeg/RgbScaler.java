// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.MediaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Turns decoded pictures of one kind into full-range R'G'B', interleaved, 8 or 16 bits. The matrix and range are those
 * given; swscale alone would take Rec. 601 for everything.
 */
public final class RgbScaler implements AutoCloseable {
    private static final int UNITY = 1 << 16;

    /** swscale writes whole vectors, the last of them past the end of the last line. */
    private static final int VECTOR = 64;

    private final int width;
    private final int height;
    private final int format;
    private final int bits;
    private final SwsContext context;
    private final long bytes;
    private final BytePointer rgb;
    private final PointerPointer<BytePointer> planes;
    private final IntPointer strides;
    private boolean open = true;

    private RgbScaler(AVFrame like, int bits, SwsContext context) {
        this.width = like.width();
        this.height = like.height();
        this.format = like.format();
        this.bits = bits;
        this.context = context;
        int stride = width * 3 * (bits / 8);
        this.bytes = (long) stride * height;
        this.rgb = new BytePointer(bytes + VECTOR);
        this.planes = new PointerPointer<>(rgb, null, null, null);
        this.strides = new IntPointer(stride, 0, 0, 0);
    }

    /**
     * A scaler for pictures of the size and format of {@code like}.
     *
     * @param bits of one sample of the result, 8 or 16
     * @param matrix code point of ITU-T H.273 for Y'CbCr pictures
     * @param full whether Y'CbCr pictures use the full range
     */
    public static RgbScaler of(Path file, AVFrame like, int bits, int matrix, boolean full) throws IOException {
        int target = bits == 8 ? avutil.AV_PIX_FMT_RGB24 : avutil.AV_PIX_FMT_RGB48;
        int flags = swscale.SWS_BICUBIC
                | swscale.SWS_ACCURATE_RND
                | swscale.SWS_FULL_CHR_H_INT
                | swscale.SWS_FULL_CHR_H_INP
                | swscale.SWS_BITEXACT;
        SwsContext context = swscale.sws_getContext(
                like.width(),
                like.height(),
                like.format(),
                like.width(),
                like.height(),
                target,
                flags,
                null,
                null,
                (DoublePointer) null);
        if (context == null || context.isNull()) {
            throw new MediaException(
                    file + ": its pixel format " + pixelFormat(like) + " is not one that can be turned into RGB");
        }
        IntPointer from = swscale.sws_getCoefficients(coefficients(matrix));
        swscale.sws_setColorspaceDetails(context, from, full ? 1 : 0, from, 1, 0, UNITY, UNITY);
        return new RgbScaler(like, bits, context);
    }

    /** The bits of the deepest sample of a picture. */
    public static int depth(AVFrame picture) {
        AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(picture.format());
        return format.comp(0).depth();
    }

    public static String pixelFormat(AVFrame picture) {
        return Utf8.of(avutil.av_get_pix_fmt_name(picture.format()));
    }

    public boolean fits(AVFrame picture) {
        return picture.width() == width && picture.height() == height && picture.format() == format;
    }

    /** Converts a picture; the samples stand in the returned buffer, in native byte order, until the next call. */
    public ByteBuffer convert(AVFrame picture) {
        swscale.sws_scale(context, picture.data(), picture.linesize(), 0, height, planes, strides);
        return rgb.limit(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    public int bits() {
        return bits;
    }

    private static int coefficients(int matrix) {
        if (matrix == avutil.AVCOL_SPC_BT709) {
            return swscale.SWS_CS_ITU709;
        } else if (matrix == avutil.AVCOL_SPC_BT2020_NCL || matrix == avutil.AVCOL_SPC_BT2020_CL) {
            return swscale.SWS_CS_BT2020;
        } else if (matrix == avutil.AVCOL_SPC_SMPTE240M) {
            return swscale.SWS_CS_SMPTE240M;
        }
        return swscale.SWS_CS_ITU601;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            swscale.sws_freeContext(context);
            rgb.close();
            planes.close();
            strides.close();
        }
    }
}
