// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.EncodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVOption;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** What this build of FFmpeg has. */
public final class Codecs {
    private Codecs() {}

    /** The versions of the libraries that were loaded, by name. */
    public static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("ffmpeg", Utf8.of(avutil.av_version_info()));
        versions.put("libavutil", version(avutil.avutil_version()));
        versions.put("libavcodec", version(avcodec.avcodec_version()));
        versions.put("libavformat", version(avformat.avformat_version()));
        versions.put("libavfilter", version(avfilter.avfilter_version()));
        versions.put("libswscale", version(swscale.swscale_version()));
        versions.put("libswresample", version(swresample.swresample_version()));
        return versions;
    }

    private static String version(int packed) {
        return (packed >> 16) + "." + (packed >> 8 & 0xff) + "." + (packed & 0xff);
    }

    /** The codec that an encoder writes, by FFmpeg's name. */
    public static String codecOf(String encoder) {
        AVCodec codec = find(encoder);
        if (none(codec)) {
            throw new IllegalArgumentException("this build of FFmpeg has no encoder \"" + encoder + "\"");
        }
        return Utf8.of(avcodec.avcodec_get_name(codec.id()));
    }

    public static boolean hasEncoder(String name) {
        return !none(find(name));
    }

    /**
     * Finds an encoder of pictures or sound that the sink's container holds.
     *
     * @param mediaType one of FFmpeg's AVMEDIA_TYPE numbers
     * @throws EncodeException naming those there are
     */
    public static AVCodec encoder(String name, int mediaType, MediaSink sink) throws EncodeException {
        AVCodec codec = find(name);
        if (none(codec) || codec.type() != mediaType) {
            throw sink.refusal("this build of FFmpeg has no encoder \"" + name + "\" for "
                    + Utf8.of(avutil.av_get_media_type_string(mediaType)) + "; it has, for this container, "
                    + String.join(", ", encoders(mediaType, sink)));
        }
        return codec;
    }

    /** The number of a pixel format that an encoder takes. */
    public static int pixelFormat(String name, AVCodec codec, MediaSink sink) throws EncodeException {
        List<String> taken = new ArrayList<>();
        for (int format : supported(codec, avcodec.AV_CODEC_CONFIG_PIX_FORMAT)) {
            String candidate = Utf8.of(avutil.av_get_pix_fmt_name(format));
            if (candidate.equals(name)) {
                return format;
            }
            taken.add(candidate);
        }
        throw sink.refusal("the encoder " + Utf8.of(codec.name()) + " does not take pixel format \"" + name
                + "\"; it takes " + String.join(", ", taken));
    }

    /** The sample formats that an encoder takes, as FFmpeg's numbers. */
    static List<Integer> sampleFormats(AVCodec codec) {
        return supported(codec, avcodec.AV_CODEC_CONFIG_SAMPLE_FORMAT);
    }

    /** The names of an encoder's own options. */
    static List<String> options(AVCodecContext context) {
        TreeSet<String> names = new TreeSet<>();
        AVOption option = avutil.av_opt_next(context.priv_data(), null);
        while (option != null && !option.isNull()) {
            if (option.type() != avutil.AV_OPT_TYPE_CONST) {
                names.add(Utf8.of(option.name()));
            }
            option = avutil.av_opt_next(context.priv_data(), option);
        }
        return List.copyOf(names);
    }

    private static List<String> encoders(int mediaType, MediaSink sink) {
        TreeSet<String> names = new TreeSet<>();
        try (PointerPointer<?> state = new PointerPointer<>(1)) {
            state.put(0, null);
            for (AVCodec c = avcodec.av_codec_iterate(state); !none(c); c = avcodec.av_codec_iterate(state)) {
                if (avcodec.av_codec_is_encoder(c) != 0 && c.type() == mediaType && sink.holds(c.id())) {
                    names.add(Utf8.of(c.name()));
                }
            }
        }
        return List.copyOf(names);
    }

    private static List<Integer> supported(AVCodec codec, int what) {
        List<Integer> values = new ArrayList<>();
        try (PointerPointer<?> list = new PointerPointer<>(1);
                IntPointer count = new IntPointer(1L)) {
            list.put(0, null);
            int code = avcodec.avcodec_get_supported_config(null, codec, what, 0, list, count);
            if (code >= 0 && list.get(0) != null) {
                IntPointer numbers = new IntPointer(list.get(0));
                for (int i = 0; i < count.get(); i++) {
                    values.add(numbers.get(i));
                }
            }
        }
        return values;
    }

    private static AVCodec find(String name) {
        try (BytePointer text = Utf8.of(name)) {
            return avcodec.avcodec_find_encoder_by_name(text);
        }
    }

    private static boolean none(AVCodec codec) {
        return codec == null || codec.isNull();
    }
}
