// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static org.assertj.core.api.Assertions.assertThat;

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
import com.platewright.shot.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
    private static final int FRAMES = 8;

    /** For each check, the smallest thing that it alone must notice. */
    private static final Map<Check, UnaryOperator<Evidence>> SPOIL = spoil();

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckRunsOnACleanClipAndFindsNothing(Check check) {
        QcReport report = judge(Specimen.clip(FRAMES), Map.of());

        assertThat(report.ran())
                .filteredOn(r -> r.check() == check)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.passed()).isTrue();
                    assertThat(r.looked()).isPositive().isEqualTo(r.of());
                });
        assertThat(report.findings()).isEmpty();
        assertThat(report.status()).isEqualTo(QcReport.Status.PASSED);
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckFindsItsOwnFaultAndNoOtherDoes(Check check) {
        QcReport report = judge(spoiled(check), Map.of(check, Severity.ERROR));

        assertThat(report.findings()).extracting(Finding::check).containsOnly(check.id());
        assertThat(report.status()).isEqualTo(QcReport.Status.REJECTED);
        assertThat(report.findings()).allSatisfy(f -> {
            assertThat(f.message()).endsWith(".").doesNotContain("Optional", "null");
            assertThat(List.of(f.where(), f.expected(), f.found())).noneMatch(String::isBlank);
        });
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void aWarningIsSaidAndDoesNotReject(Check check) {
        QcReport report = judge(spoiled(check), Map.of(check, Severity.WARN));

        assertThat(report.findings()).extracting(Finding::severity).containsOnly(Severity.WARN);
        assertThat(report.status()).isEqualTo(QcReport.Status.PASSED);
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void aCheckThatIsOffIsNotRunAndSaysSo(Check check) {
        QcReport report = judge(spoiled(check), Map.of(check, Severity.OFF));

        assertThat(report.findings()).isEmpty();
        assertThat(report.ran()).noneMatch(r -> r.check() == check);
        assertThat(report.notRun()).containsExactly(new QcReport.NotRun(check, "switched off by the show"));
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void aCheckWithoutEvidenceIsNotRunRatherThanPassed(Check check) {
        QcReport report = judge(Evidence.of(Expectation.NONE), Map.of());

        assertThat(report.ran()).isEmpty();
        assertThat(report.notRun()).extracting(QcReport.NotRun::check).contains(check);
    }

    @Test
    void evidenceOfNothingPassesNothing() {
        assertThat(judge(Evidence.of(Expectation.NONE), Map.of()).status()).isEqualTo(QcReport.Status.REJECTED);
    }

    @Test
    void theOrderInWhichEvidenceIsCollectedChangesNothing() {
        Evidence clip = spoiled(Check.PIXELS_NAN, Check.HEADER_UNIFORM, Check.MOVIE_TAGS, Check.FILE_DECODES);
        QcReport report = judge(clip, Map.of());
        assertThat(report.findings()).hasSizeGreaterThan(3);

        for (long seed = 0; seed < 40; seed++) {
            assertThat(judge(shuffled(clip, new Random(seed)), Map.of()))
                    .as("seed " + seed)
                    .isEqualTo(report);
        }
    }

    @Test
    void errorsComeBeforeWarningsAndChecksInTheirOrder() {
        Evidence clip = spoiled(Check.PIXELS_NAN, Check.CLIP_SIZE, Check.SOUND_FORMAT);

        assertThat(judge(clip, Map.of()).findings())
                .extracting(Finding::check)
                .containsExactly("pixels.nan", "sound.format", "clip.size");
    }

    @Test
    void aHundredFaultsOfOneKindAreCountedNotListed() {
        List<FileEvidence.Failure> damaged = Stream.iterate(0, i -> i + 1)
                .limit(100)
                .map(i -> new FileEvidence.Failure(String.format("extra_%03d.exr", i), "checksum wrong"))
                .toList();
        QcReport report = judge(Specimen.clip(FRAMES).withFiles(new FileEvidence(Optional.empty(), damaged)), Map.of());

        assertThat(report.findings()).hasSize(Judge.LONGEST);
        assertThat(report.findings().get(Judge.LONGEST - 1).message())
                .contains("81 more")
                .contains("extra_019.exr");
    }

    private static QcReport judge(Evidence evidence, Map<Check, Severity> severities) {
        return Judge.judge(evidence, severities, Limits.DEFAULTS);
    }

    private static Evidence spoiled(Check... checks) {
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
            return Specimen.expecting(e, new Expectation(List.of(120, 121), x.rate(), true, x.plates(), x.sound()));
        });
        spoil.put(Check.COUNT_MOVIE, e -> Specimen.movie(e, "provided", m -> Specimen.withFrames(m, FRAMES - 1)));
        spoil.put(
                Check.CLIP_SIZE,
                e -> Specimen.movie(e, "provided", m -> Specimen.withSize(m, new Resolution(1920, 1080))));
        spoil.put(Check.SEQUENCE_GAPS, e -> Specimen.expecting(e, startingAt(e.expected(), 1002))
                .withPlates(e.plates().orElseThrow()));
        spoil.put(Check.HEADER_UNIFORM, e -> {
            ExrHeader.Window odd = new ExrHeader.Window(0, 0, 1919, 1079);
            return Specimen.sourceHeaded(
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
                e -> Specimen.sourceHeaded(
                        e, 3, Specimen.header(ExrCompression.DWAB, Chromaticities.REC709, Specimen.START)));
        spoil.put(Check.PIXELS_NAN, e -> Specimen.sourceMeasured(e, Specimen.red(3, Specimen.nans(12))));
        spoil.put(Check.PIXELS_INFINITE, e -> Specimen.sourceMeasured(e, Specimen.red(3, Specimen.infinities(1))));
        spoil.put(Check.PIXELS_CEILING, e -> Specimen.sourceMeasured(e, Specimen.red(3, Specimen.ceilings(5))));
        spoil.put(
                Check.PIXELS_NEGATIVE,
                e -> Specimen.sourceMeasured(e, Specimen.red(3, Specimen.negatives(0.02, -0.01f))));
        spoil.put(Check.PIXELS_HEADROOM, JudgeTest::dimmed);
        spoil.put(
                Check.PIXELS_BLACK,
                e -> Specimen.sourceMeasured(e, Specimen.all(3, new ChannelMeasure(1000, 0, 0, 0, 0, 0, 0f, 0f, 0))));
        spoil.put(
                Check.FRAMES_REPEATED,
                e -> Specimen.sourceMeasured(
                        e, new FrameMeasure(4, Specimen.measure(4).channels(), Specimen.digest(3))));
        spoil.put(
                Check.FILE_DECODES,
                e -> e.withFiles(new FileEvidence(
                        e.files().archive(),
                        List.of(new FileEvidence.Failure("thumbs/contact.jpg", "ends after 12 bytes")))));
        spoil.put(
                Check.PLATE_HEADER,
                e -> e.withPlates(Specimen.with(
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
                e -> Specimen.plate(
                        e,
                        1004,
                        f -> new FrameSet.Frame(
                                f.number(),
                                f.file(),
                                f.header(),
                                f.measure(),
                                Optional.of(new FrameSet.ReadBack(1, Optional.of(2L))))));
        spoil.put(
                Check.MOVIE_FORMAT,
                e -> Specimen.movie(e, "review", m -> Specimen.withSize(m, new Resolution(640, 360))));
        spoil.put(
                Check.MOVIE_TAGS,
                e -> Specimen.movie(e, "review", m -> Specimen.withTags(m, ColourTags.REC2100_PQ, ColourTags.REC709)));
        spoil.put(Check.MOVIE_TIMECODE, e -> Specimen.movie(e, "master", m -> Specimen.withStart(m, Optional.empty())));
        spoil.put(
                Check.MOVIE_RANGE,
                e -> Specimen.movie(
                        e, "master", m -> Specimen.withLevels(m, new MovieFacts.Levels(10, 0, 1023, 0, 1023, 0.04))));
        spoil.put(
                Check.SOUND_LENGTH,
                e -> Specimen.sounds(
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
                e -> Specimen.movie(
                        e,
                        "master",
                        m -> Specimen.withSound(
                                m, List.of(new SoundFacts("pcm_s16le", 48000, 2, 16, FRAMES * 2000L, "eng", 0.5)))));
        return spoil;
    }

    private static Evidence dimmed(Evidence e) {
        Evidence dim = e;
        for (int i = 0; i < FRAMES; i++) {
            ChannelMeasure grey = new ChannelMeasure(1000, 0, 0, 0, 0, 0, 0f, 0.93f, 0.2);
            dim = Specimen.sourceMeasured(dim, Specimen.all(i, grey));
            dim = Specimen.plateMeasured(dim, Specimen.all(1001 + i, grey));
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

    private static Evidence shuffled(Evidence e, Random random) {
        return new Evidence(
                e.expected(),
                e.source().map(s -> Specimen.with(s, shuffled(s.frames(), random))),
                e.plates().map(s -> Specimen.with(s, shuffled(s.frames(), random))),
                shuffled(e.movies(), random),
                shuffled(e.sounds(), random),
                new FileEvidence(e.files().archive(), shuffled(e.files().failures(), random)));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
