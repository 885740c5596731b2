// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** One stream of a source, valid as long as the source is open. */
public final class SourceStream {
    private final AVStream stream;
    private final ColourCodes containerColour;
    private final long announced;

    /** Made before FFmpeg looks into the coded pictures, so that tags and length are the container's own. */
    SourceStream(AVStream stream) {
        this.stream = stream;
        this.containerColour = ColourCodes.of(stream.codecpar());
        this.announced = stream.duration();
    }

    AVStream pointer() {
        return stream;
    }

    public int index() {
        return stream.index();
    }

    public boolean isSound() {
        return stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_AUDIO;
    }

    /** What the container says, untouched by what the decoder found. */
    public ColourCodes containerColour() {
        return containerColour;
    }

    /** FFmpeg's name of the codec, such as {@code prores}. */
    public String codec() {
        return Utf8.of(avcodec.avcodec_get_name(stream.codecpar().codec_id()));
    }

    /** The four characters in the container; a byte that is no letter stands in brackets. */
    public String codecTag() {
        byte[] text = new byte[avutil.AV_FOURCC_MAX_STRING_SIZE];
        avutil.av_fourcc_make_string(text, stream.codecpar().codec_tag());
        return new String(text, StandardCharsets.US_ASCII).split("\0", 2)[0];
    }

    public Optional<String> metadata(String key) {
        return Utf8.get(stream.metadata(), key);
    }

    /** Frames per second on average as numerator and denominator; 0/0 where unknown. */
    public long[] averageRate() {
        AVRational rate = stream.avg_frame_rate();
        return new long[] {rate.num(), rate.den()};
    }

    public int sampleRate() {
        return stream.codecpar().sample_rate();
    }

    public int channels() {
        return stream.codecpar().ch_layout().nb_channels();
    }

    /** Of the coded picture, in pixels; 0 for sound. */
    public int width() {
        return stream.codecpar().width();
    }

    /** Of the coded picture, in pixels; 0 for sound. */
    public int height() {
        return stream.codecpar().height();
    }

    /** How long the stream lasts as the container says, or as FFmpeg reckons where it does not; empty where neither can. */
    public OptionalDouble announcedSeconds() {
        AVRational base = stream.time_base();
        long length = announced > 0 ? announced : stream.duration();
        return length > 0 && base.den() > 0
                ? OptionalDouble.of((double) length * base.num() / base.den())
                : OptionalDouble.empty();
    }

    /** Whether the container says how long the stream is. */
    boolean isLengthKnown() {
        return announced > 0;
    }

    /** The samples per channel that the container announces, or empty where it does not say or counts otherwise. */
    public Optional<Long> announcedSamples() {
        AVRational base = stream.time_base();
        boolean inSamples = base.num() == 1 && base.den() == sampleRate();
        return inSamples && announced > 0 ? Optional.of(announced) : Optional.empty();
    }

    /** Bits of one sample as coded; 0 where the codec has none. */
    int bitsPerSample() {
        int exact = avcodec.av_get_exact_bits_per_sample(stream.codecpar().codec_id());
        return exact > 0 ? exact : stream.codecpar().bits_per_raw_sample();
    }
}
