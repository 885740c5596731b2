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
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.FileEvidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A clean clip with one thing wrong: for each check, the smallest thing that it alone must notice. */
public final class Spoilt {
    static final int FRAMES = 8;

    private static final Map<Check, UnaryOperator<Evidence>> SPOIL = spoil();

    private Spoilt() {}

    public static Evidence by(Check... checks) {
        Evidence clip = Specimen.clip(FRAMES);
        for (Check check : checks) {
            clip = Objects.requireNonNull(SPOIL.get(check), check::id).apply(clip);
        }
        return clip;
    }

    private static Map<Check, UnaryOperator<Evidence>> spoil() {
        Map<Check, UnaryOperator<Evidence>> spoil = new EnumMap<>(Check.class);
        spoil.put(Check.COUNT_EXPECTED, e -> {
            Expectation x = e.expected();
            return Change.expecting(e, new Expectation(List.of(120, 121), x.rate(), true, x.plates(), x.sound()));
        });
        spoil.put(Check.COUNT_MOVIE, e -> Change.movie(e, "provided", m -> Change.withFrames(m, FRAMES - 1)));
        spoil.put(
                Check.CLIP_SIZE, e -> Change.movie(e, "provided", m -> Change.withSize(m, new Resolution(1920, 1080))));
        spoil.put(Check.SEQUENCE_GAPS, e -> Change.expecting(e, startingAt(e.expected(), 1002))
                .withPlates(e.plates().orElseThrow()));
        spoil.put(Check.HEADER_UNIFORM, e -> {
            ExrHeader.Window odd = new ExrHeader.Window(0, 0, 1919, 1079);
            return Change.sourceHeaded(
                    e,
                    3,
                    Specimen.header(
                            odd,
                            odd,
                            ExrCompression.DWAB,
                            Optional.of(Chromaticities.AP0),
                            Optional.empty(),
                            ExrHeader.SampleType.HALF));
        });
        spoil.put(
                Check.HEADER_COLOUR,
                e -> Change.sourceHeaded(
                        e, 3, Specimen.header(ExrCompression.DWAB, Chromaticities.REC709, Specimen.START)));
        spoil.put(Check.PIXELS_NAN, e -> Change.sourceMeasured(e, Specimen.red(3, Specimen.nans(12))));
        spoil.put(Check.PIXELS_INFINITE, e -> Change.sourceMeasured(e, Specimen.red(3, Specimen.infinities(1))));
        spoil.put(Check.PIXELS_CEILING, e -> Change.sourceMeasured(e, Specimen.red(3, Specimen.ceilings(5))));
        spoil.put(
                Check.PIXELS_NEGATIVE,
                e -> Change.sourceMeasured(e, Specimen.red(3, Specimen.negatives(0.02, -0.01f))));
        spoil.put(Check.PIXELS_HEADROOM, Spoilt::dimmed);
        spoil.put(
                Check.PIXELS_BLACK,
                e -> Change.sourceMeasured(e, Specimen.all(3, new ChannelMeasure(1000, 0, 0, 0, 0, 0, 0f, 0f, 0))));
        spoil.put(
                Check.FRAMES_REPEATED,
                e -> Change.sourceMeasured(
                        e, new FrameMeasure(4, Specimen.measure(4).channels(), Specimen.digest(3))));
        spoil.put(
                Check.FILE_DECODES,
                e -> e.withFiles(new FileEvidence(
                        e.files().archive(),
                        List.of(new FileEvidence.Failure("thumbs/contact.jpg", "ends after 12 bytes")))));
        spoil.put(
                Check.PLATE_HEADER,
                e -> e.withPlates(Change.with(
                        e.plates().orElseThrow(),
                        e.plates().orElseThrow().frames().stream()
                                .map(f -> new FrameSet.Frame(
                                        f.number(),
                                        f.file(),
                                        Optional.of(Specimen.header(
                                                ExrCompression.DWAB,
                                                Chromaticities.AP1,
                                                f.header()
                                                        .orElseThrow()
                                                        .timeCode()
                                                        .orElseThrow())),
                                        f.measure(),
                                        f.readBack()))
                                .toList())));
        spoil.put(
                Check.PLATE_PIXELS,
                e -> Change.plate(
                        e,
                        1004,
                        f -> new FrameSet.Frame(
                                f.number(),
                                f.file(),
                                f.header(),
                                f.measure(),
                                Optional.of(new FrameSet.ReadBack(1, Optional.of(2L))))));
        spoil.put(
                Check.MOVIE_FORMAT, e -> Change.movie(e, "review", m -> Change.withSize(m, new Resolution(640, 360))));
        spoil.put(
                Check.MOVIE_TAGS,
                e -> Change.movie(e, "review", m -> Change.withTags(m, ColourTags.REC2100_PQ, ColourTags.REC709)));
        spoil.put(Check.MOVIE_TIMECODE, e -> Change.movie(e, "master", m -> Change.withStart(m, Optional.empty())));
        spoil.put(
                Check.MOVIE_RANGE,
                e -> Change.movie(
                        e, "master", m -> Change.withLevels(m, new MovieFacts.Levels(10, 0, 1023, 0, 1023, 0.04))));
        spoil.put(
                Check.SOUND_LENGTH,
                e -> Change.sounds(
                        e,
                        s -> s.conform().isPresent()
                                ? SoundEvidence.supplied(
                                        s.name(),
                                        s.file(),
                                        s.found(),
                                        new SoundEvidence.Conform(48000, Optional.empty(), 0, 48000, 0))
                                : s));
        spoil.put(
                Check.SOUND_FORMAT,
                e -> Change.movie(
                        e,
                        "master",
                        m -> Change.withSound(
                                m, List.of(new SoundFacts("pcm_s16le", 48000, 2, 16, FRAMES * 2000L, "eng", 0.5)))));
        return spoil;
    }

    private static Evidence dimmed(Evidence e) {
        Evidence dim = e;
        for (int i = 0; i < FRAMES; i++) {
            ChannelMeasure grey = new ChannelMeasure(1000, 0, 0, 0, 0, 0, 0f, 0.93f, 0.2);
            dim = Change.sourceMeasured(dim, Specimen.all(i, grey));
            dim = Change.plateMeasured(dim, Specimen.all(1001 + i, grey));
        }
        return dim;
    }

    /** Plates asked from another number, with time codes that still fit those that are there. */
    private static Expectation startingAt(Expectation x, int first) {
        Expectation.Plates p = x.plates().orElseThrow();
        return new Expectation(
                x.frameCounts(),
                x.rate(),
                x.hdr(),
                Optional.of(new Expectation.Plates(
                        first,
                        p.size(),
                        p.compression(),
                        p.colour(),
                        p.start().plus(first - p.first(), FrameRate.FILM))),
                x.sound());
    }
}
