// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.media.Chromaticities;
import com.platewright.media.ColourTags;
import com.platewright.media.ExrCompression;
import com.platewright.media.ExrHeader;
import com.platewright.media.MovieFacts;
import com.platewright.media.SoundFacts;
import com.platewright.qc.evidence.DeclaredColour;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.FileEvidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.FrameSet.Frame;
import com.platewright.qc.evidence.FrameSet.ReadBack;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.MovieEvidence.Asked;
import com.platewright.qc.evidence.MovieEvidence.Coding;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.qc.evidence.SoundEvidence.Conform;
import com.platewright.qc.evidence.TrackAsked;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import com.platewright.shot.TimeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A clip of which everything is known and nothing is wrong, and ways to spoil it. */
public final class Specimen {
    public static final Resolution SIZE = new Resolution(1280, 720);
    public static final TimeCode START = TimeCode.parse("01:00:00:00");
    public static final DeclaredColour AP0 = new DeclaredColour("ACES2065-1", Chromaticities.AP0);
    public static final DeclaredColour AP1 = new DeclaredColour("ACEScg", Chromaticities.AP1);
    public static final TrackAsked PCM = new TrackAsked("pcm_s24le", 48000, 2, 24, "eng");
    public static final TrackAsked AAC = new TrackAsked("aac", 48000, 2, 0, "eng");

    private static final long PIXELS = SIZE.pixels();

    private Specimen() {}

    /** Frames 0 to {@code count - 1} as they came, plates from 1001, two movies, a WAV. */
    public static Evidence clip(int count) {
        return Evidence.of(expectation(count))
                .withSource(FrameSet.source(
                        "clip_exr.zip",
                        Optional.of(AP0),
                        IntStream.range(0, count).mapToObj(Specimen::source).toList()))
                .withPlates(FrameSet.plates(
                        "exr/sh0010_genplate_v001.%04d.exr",
                        Optional.of(AP1),
                        IntStream.range(0, count).mapToObj(Specimen::plate).toList()))
                .withMovie(MovieEvidence.provided("clip.mp4", Optional.of(provided(count))))
                .withMovie(MovieEvidence.written(
                        "master",
                        "mov/sh0010_genplate_v001_prores4444.mov",
                        asked("prores", "yuv444p10le", PCM),
                        Optional.of(movie("prores", "ap4h", "4444", "yuv444p10le", count, track(PCM, count)))))
                .withMovie(MovieEvidence.written(
                        "review",
                        "review/sh0010_genplate_v001_review.mp4",
                        asked("h264", "yuv420p", AAC),
                        Optional.of(movie("h264", "avc1", "High", "yuv420p", count, track(AAC, count)))))
                .withSound(SoundEvidence.supplied(
                        "mix",
                        "garden.wav",
                        Optional.of(track(PCM, count)),
                        new Conform(48000, Optional.empty(), 0, 0, 0)))
                .withSound(SoundEvidence.written(
                        "sound", "audio/sh0010_genplate_v001.wav", PCM, Optional.of(track(PCM, count))))
                .withFiles(new FileEvidence(
                        Optional.of(new FileEvidence.Archive("clip_exr.zip", List.of(), List.of(), List.of())),
                        List.of()));
    }

    public static Expectation expectation(int count) {
        return new Expectation(
                List.of(count, count + 1),
                Optional.of(FrameRate.FILM),
                true,
                Optional.of(new Expectation.Plates(1001, SIZE, ExrCompression.ZIP, Optional.of(AP1), START)),
                Optional.of(new Expectation.SoundRule(12, true)));
    }

    static Frame source(int number) {
        return new Frame(
                number,
                String.format("frame_%04d.exr", number),
                Optional.of(header(ExrCompression.DWAB, Chromaticities.AP0, START.plus(number, FrameRate.FILM))),
                Optional.of(measure(number)),
                Optional.empty());
    }

    static Frame plate(int index) {
        int number = 1001 + index;
        return new Frame(
                number,
                "exr/sh0010_genplate_v001." + number + ".exr",
                Optional.of(header(ExrCompression.ZIP, Chromaticities.AP1, START.plus(index, FrameRate.FILM))),
                Optional.of(measure(number)),
                Optional.of(new ReadBack(digest(number), Optional.of(digest(number)))));
    }

    static ExrHeader header(ExrCompression compression, Chromaticities colour, TimeCode timeCode) {
        ExrHeader.Window window = new ExrHeader.Window(0, 0, SIZE.width() - 1, SIZE.height() - 1);
        return header(
                window, window, compression, Optional.of(colour), Optional.of(timeCode), ExrHeader.SampleType.HALF);
    }

    static ExrHeader header(
            ExrHeader.Window data,
            ExrHeader.Window display,
            ExrCompression compression,
            Optional<Chromaticities> colour,
            Optional<TimeCode> timeCode,
            ExrHeader.SampleType type) {
        return new ExrHeader(
                data,
                display,
                List.of(channel("B", type), channel("G", type), channel("R", type)),
                compression,
                false,
                1,
                1f,
                colour,
                Optional.of(FrameRate.FILM),
                timeCode,
                false,
                Map.of());
    }

    private static ExrHeader.Channel channel(String name, ExrHeader.SampleType type) {
        return new ExrHeader.Channel(name, type, 1, 1);
    }

    /** A lively frame: a few highlights, a few shallow negatives. */
    public static FrameMeasure measure(int number) {
        float peak = 9f + number % 7;
        return new FrameMeasure(
                number,
                List.of(
                        new ChannelMeasure(PIXELS, 0, 0, 90, 4100, 0, -0.004f, peak, 0.31),
                        new ChannelMeasure(PIXELS, 0, 0, 40, 3600, 0, -0.002f, peak * 0.8f, 0.28),
                        new ChannelMeasure(PIXELS, 0, 0, 700, 900, 0, -0.011f, peak * 0.3f, 0.19)),
                digest(number));
    }

    /** The same frame with another red channel. */
    public static FrameMeasure red(int number, ChannelMeasure red) {
        FrameMeasure usual = measure(number);
        return new FrameMeasure(
                number, List.of(red, usual.channels().get(1), usual.channels().get(2)), usual.pixels());
    }

    static ChannelMeasure nans(long count) {
        return new ChannelMeasure(PIXELS, count, 0, 90, 4100, 0, -0.004f, 9f, 0.31);
    }

    static ChannelMeasure infinities(long count) {
        return new ChannelMeasure(PIXELS, 0, count, 90, 4100, 0, -0.004f, 9f, 0.31);
    }

    static ChannelMeasure ceilings(long count) {
        return new ChannelMeasure(PIXELS, 0, 0, 90, 4100, count, -0.004f, 65504f, 0.31);
    }

    static ChannelMeasure negatives(double share, float lowest) {
        return new ChannelMeasure(PIXELS, 0, 0, (long) (share * PIXELS), 4100, 0, lowest, 9f, 0.31);
    }

    static FrameMeasure all(int number, ChannelMeasure each) {
        return new FrameMeasure(number, List.of(each, each, each), digest(number));
    }

    static long digest(int number) {
        return 0x9E3779B97F4A7C15L * (number + 1);
    }

    static SoundFacts track(TrackAsked t, int frames) {
        return new SoundFacts(t.codec(), t.sampleRate(), t.channels(), t.bits(), frames * 2000L, t.language(), 0.71);
    }

    static Asked asked(String codec, String pixelFormat, TrackAsked track) {
        return new Asked(
                new Coding(codec, pixelFormat, SIZE, FrameRate.FILM),
                ColourTags.REC709,
                Optional.of(START),
                List.of(track));
    }

    static MovieFacts movie(
            String codec, String tag, String profile, String pixelFormat, int frames, SoundFacts sound) {
        boolean ten = pixelFormat.contains("10");
        return new MovieFacts(
                "mov",
                codec,
                tag,
                profile,
                pixelFormat,
                SIZE,
                FrameRate.FILM,
                frames,
                ten ? new ColourTags("bt709", "bt709", "bt709", "unknown") : ColourTags.REC709,
                ColourTags.REC709,
                Optional.of(START),
                ten
                        ? new MovieFacts.Levels(10, 64, 940, 71, 951, 0)
                        : new MovieFacts.Levels(8, 16, 235, 17, 239, 0.0004),
                List.of(sound));
    }

    /** HDR by whatever transfer the service uses, silent, and without a time code. */
    static MovieFacts provided(int frames) {
        return new MovieFacts(
                "mov",
                "hevc",
                "hvc1",
                "Main 10",
                "yuv420p10le",
                SIZE,
                FrameRate.FILM,
                frames,
                ColourTags.REC2100_PQ,
                ColourTags.REC2100_PQ,
                Optional.empty(),
                new MovieFacts.Levels(10, 4, 1019, 5, 1018, 0.2),
                List.of());
    }
}
