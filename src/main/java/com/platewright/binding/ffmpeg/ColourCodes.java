// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.ColourTags;
import com.platewright.media.EncodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Colour tags as the code points of ITU-T H.273, which FFmpeg's enumerations are. */
public record ColourCodes(int primaries, int transfer, int matrix, int range) {
    /** H.273 knows code points up to 22 today; FFmpeg names none beyond. */
    private static final int CODE_POINTS = 32;

    /**
     * The codes of the names.
     *
     * @throws EncodeException when FFmpeg knows no such name
     */
    public static ColourCodes of(ColourTags tags) throws EncodeException {
        return new ColourCodes(
                code("colour primaries", tags.primaries(), avutil::av_color_primaries_name),
                code("transfer function", tags.transfer(), avutil::av_color_transfer_name),
                code("colour matrix", tags.matrix(), avutil::av_color_space_name),
                code("signal range", tags.range(), avutil::av_color_range_name));
    }

    static ColourCodes of(AVCodecParameters stream) {
        return new ColourCodes(
                stream.color_primaries(), stream.color_trc(), stream.color_space(), stream.color_range());
    }

    public static ColourCodes of(AVFrame frame) {
        return new ColourCodes(frame.color_primaries(), frame.color_trc(), frame.colorspace(), frame.color_range());
    }

    static void forget(AVCodecParameters parameters) {
        parameters.color_primaries(avutil.AVCOL_PRI_UNSPECIFIED);
        parameters.color_trc(avutil.AVCOL_TRC_UNSPECIFIED);
        parameters.color_space(avutil.AVCOL_SPC_UNSPECIFIED);
        parameters.color_range(avutil.AVCOL_RANGE_UNSPECIFIED);
    }

    public void write(AVFrame frame) {
        frame.color_primaries(primaries);
        frame.color_trc(transfer);
        frame.colorspace(matrix);
        frame.color_range(range);
    }

    public ColourTags tags() {
        return new ColourTags(
                name(avutil.av_color_primaries_name(primaries)),
                name(avutil.av_color_transfer_name(transfer)),
                name(avutil.av_color_space_name(matrix)),
                name(avutil.av_color_range_name(range)));
    }

    private static String name(BytePointer name) {
        String text = Utf8.of(name);
        return text.isEmpty() ? "unknown" : text;
    }

    /** Compares whole names: FFmpeg's own look-up takes "bt709x" for "bt709". */
    private static int code(String what, String name, IntFunction<BytePointer> names) throws EncodeException {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < CODE_POINTS; i++) {
            String candidate = Utf8.of(names.apply(i));
            if (candidate.equals(name)) {
                return i;
            }
            known.add(candidate);
        }
        known.removeIf(String::isEmpty);
        throw new EncodeException("\"" + name + "\" is no " + what + "; known are " + String.join(", ", known));
    }
}
