// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.Codecs;
import com.platewright.binding.ffmpeg.ColourCodes;
import com.platewright.binding.ffmpeg.MediaSink;
import com.platewright.binding.ffmpeg.StreamEncoder;
import com.platewright.shot.FrameRate;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;

/** The stream of moving pictures that a movie writer fills. */
final class PictureTrack implements AutoCloseable {
    private final StreamEncoder encoder;
    private final PictureStock stock;

    private PictureTrack(StreamEncoder encoder, PictureStock stock) {
        this.encoder = encoder;
        this.stock = stock;
    }

    static PictureTrack open(MediaSink sink, MovieSpec spec, int pictures) throws IOException {
        PictureCoding coding = spec.picture();
        AVCodec codec = Codecs.encoder(coding.encoder(), avutil.AVMEDIA_TYPE_VIDEO, sink);
        int format = Codecs.pixelFormat(coding.pixelFormat(), codec, sink);
        ColourCodes colour = ColourCodes.of(coding.tags());
        StreamEncoder encoder = StreamEncoder.open(
                sink, codec, options(coding), context -> shape(context, spec, format, colour), metadata(spec));
        encoder.averageRate(spec.rate().numerator(), spec.rate().denominator());
        return new PictureTrack(encoder, new PictureStock(pictures, spec.size(), format, colour));
    }

    private static void shape(AVCodecContext context, MovieSpec spec, int format, ColourCodes colour) {
        FrameRate rate = spec.rate();
        context.width(spec.size().width());
        context.height(spec.size().height());
        context.pix_fmt(format);
        context.time_base().num(rate.denominator()).den(rate.numerator());
        context.framerate().num(rate.numerator()).den(rate.denominator());
        context.sample_aspect_ratio().num(1).den(1);
        context.color_primaries(colour.primaries());
        context.color_trc(colour.transfer());
        context.colorspace(colour.matrix());
        context.color_range(colour.range());
        if (isSubsampledBothWays(format)) {
            context.chroma_sample_location(avutil.AVCHROMA_LOC_LEFT);
        }
        int threads = spec.picture().threads();
        context.thread_count(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }

    private static boolean isSubsampledBothWays(int format) {
        AVPixFmtDescriptor shape = avutil.av_pix_fmt_desc_get(format);
        return shape.log2_chroma_w() == 1 && shape.log2_chroma_h() == 1;
    }

    /**
     * What encoders need that are not asked for. x265 prints on stderr past FFmpeg's log unless it is told not to. x264's
     * code for AVX-512 reads memory that nobody wrote (as Debian 12's does and FFmpeg 8.0.1's: equal pictures, other bytes), and
     * without it the same pictures give the same file. What a show says of it itself has the last word.
     */
    private static Map<String, String> options(PictureCoding coding) {
        Map<String, String> options = new TreeMap<>(coding.options());
        if (coding.encoder().equals("libx265")) {
            options.merge("x265-params", "log-level=none", (theirs, ours) -> ours + ":" + theirs);
        }
        if (coding.encoder().equals("libx264") && (avutil.av_get_cpu_flags() & avutil.AV_CPU_FLAG_AVX512) != 0) {
            options.merge("x264-params", "asm=avx2", (theirs, ours) -> ours + ":" + theirs);
        }
        return options;
    }

    /** On the stream rather than the file, where the container would repeat it as a text. */
    private static Map<String, String> metadata(MovieSpec spec) {
        return spec.start().map(start -> Map.of("timecode", start.toString())).orElse(Map.of());
    }

    MoviePicture borrow() throws InterruptedException {
        return stock.borrow();
    }

    void giveBack(MoviePicture picture) {
        stock.giveBack(picture);
    }

    void encode(MoviePicture picture, long index) throws IOException {
        AVFrame frame = picture.frame();
        frame.pts(index);
        frame.duration(1);
        frame.quality(encoder.context().global_quality());
        frame.chroma_location(encoder.context().chroma_sample_location());
        frame.sample_aspect_ratio().num(1).den(1);
        encoder.encode(frame);
    }

    void finish() throws IOException {
        encoder.drain();
    }

    @Override
    public void close() {
        encoder.close();
        stock.close();
    }
}
