// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.shot.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelChecksTest {
    private static final int FRAMES = 121;

    @Test
    void aNanInEveryFrameIsOneFindingWithTheRangeAndTheWorstFrame() {
        Evidence clip = Specimen.clip(FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            clip = Change.sourceMeasured(clip, Specimen.red(i, Specimen.nans(i == 16 ? 1204 : 3)));
            clip = Change.plateMeasured(clip, Specimen.red(1001 + i, Specimen.nans(i == 16 ? 1204 : 3)));
        }

        assertThat(findings(clip)).singleElement().satisfies(f -> {
            assertThat(f.where()).isEqualTo("source frames 0-120 (plates 1001-1121)");
            assertThat(f.found())
                    .isEqualTo("121 of 121 frames: most in frame 16, 1,204 samples (red 1,204, green 0, blue 0)");
        });
    }

    @Test
    void aSampleThatOverflowsOnTheWayToThePlateIsToldOfThePlate() {
        Evidence clip = Change.plateMeasured(Specimen.clip(FRAMES), Specimen.red(1010, Specimen.infinities(2)));

        assertThat(findings(clip)).extracting(Finding::where).containsExactly("plate 1010");
    }

    @Test
    void whereSourceAndPlatesDifferInNumberNothingIsHidden() {
        Evidence clip = Specimen.clip(FRAMES);
        FrameSet plates = clip.plates().orElseThrow();
        clip = clip.withPlates(Change.with(plates, plates.frames().subList(0, 100)));
        clip = Change.sourceMeasured(clip, Specimen.red(3, Specimen.nans(1)));
        clip = Change.plateMeasured(clip, Specimen.red(1004, Specimen.nans(1)));

        assertThat(findings(clip))
                .filteredOn(f -> f.check().equals("pixels.nan"))
                .extracting(Finding::where)
                .containsExactly("source frame 3", "plate 1004");
    }

    @Test
    void aFrameOfNothingButNanIsNotAlsoCalledBlack() {
        ChannelMeasure nothing = new ChannelMeasure(1000, 1000, 0, 0, 0, 0, 0f, 0f, 0);

        assertThat(findings(Change.sourceMeasured(Specimen.clip(FRAMES), Specimen.all(5, nothing))))
                .extracting(Finding::check)
                .containsExactly("pixels.nan");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, true", // black
        "-0.00005, 0.0001, 0.00002, true", // black but for noise
        "0, 40, 0.00003, true", // black but for one hot pixel
        "0.18, 0.18, 0.18, true", // grey all over
        "29.98, 30, 29.99, true", // white all over but for the rounding of half samples
        "0.17, 0.19, 0.18, false", // a dim texture
        "0, 0.02, 0.001, false", // night
    })
    void aFrameIsBlankWhenItIsBlackOrOfOneColour(float lowest, float peak, double mean, boolean blank) {
        ChannelMeasure channel = new ChannelMeasure(921600, 0, 0, 0, 0, 0, lowest, peak, mean);
        Evidence clip = Change.sourceMeasured(Specimen.clip(FRAMES), Specimen.all(5, channel));

        assertThat(findings(clip).stream().anyMatch(f -> f.check().equals("pixels.black")))
                .isEqualTo(blank);
    }

    @ParameterizedTest
    @CsvSource({"0.01, -0.1, false", "0.0101, -0.01, true", "0.0001, -0.11, true", "0, 0, false"})
    void negativesAreJudgedByShareAndByDepth(double share, float lowest, boolean bad) {
        ChannelMeasure channel = new ChannelMeasure(10_000, 0, 0, Math.round(share * 10_000), 9, 0, lowest, 9f, 0.3);
        Evidence clip = Change.sourceMeasured(Specimen.clip(FRAMES), Specimen.red(5, channel));

        assertThat(findings(clip).stream().anyMatch(f -> f.check().equals("pixels.negative")))
                .isEqualTo(bad);
    }

    @Test
    void limitsAreTheShowsOwn() {
        QcReport report = Judge.judge(Specimen.clip(8), Map.of(), new Limits(0.00001, -0.1, 0.01));

        assertThat(report.findings()).extracting(Finding::check).containsExactly("pixels.negative");
        assertThat(report.findings().get(0).expected()).isEqualTo("at most 0.001 % of a channel, none below -0.1");
    }

    @Test
    void aFrameAfterAGapRepeatsNothing() {
        Evidence clip = Specimen.clip(8);
        FrameSet source = clip.source().orElseThrow();
        FrameMeasure same = new FrameMeasure(5, Specimen.measure(5).channels(), Specimen.digest(3));
        clip = clip.withSource(Change.with(
                source, source.frames().stream().filter(f -> f.number() != 4).toList()));

        assertThat(findings(Change.sourceMeasured(clip, same)))
                .noneMatch(f -> f.check().equals("frames.repeated"));
    }

    @Test
    void headroomIsAskedOfHdrOnly() {
        Expectation x = Specimen.expectation(8);
        Evidence sdr = Change.expecting(
                Spoilt.by(Check.PIXELS_HEADROOM),
                new Expectation(x.frameCounts(), x.rate(), false, x.plates(), x.sound()));

        QcReport report = judge(sdr);

        assertThat(report.findings()).isEmpty();
        assertThat(report.notRun())
                .containsExactly(new QcReport.NotRun(Check.PIXELS_HEADROOM, "HDR was not asked for"));
    }

    @Test
    void aFrameThatCouldNotBeReadIsMissingFromWhatWasLookedAt() {
        Evidence clip = Change.source(
                Specimen.clip(8),
                3,
                f -> new FrameSet.Frame(f.number(), f.file(), f.header(), Optional.empty(), Optional.empty()));

        QcReport report = judge(clip);

        assertThat(report.ran()).contains(new QcReport.Ran(Check.PIXELS_NAN, Severity.ERROR, 15, 16, "frames", 0));
        assertThat(report.findings())
                .extracting(Finding::check, Finding::where)
                .containsExactly(tuple("file.decodes", "source frame 3"));
    }

    private static List<Finding> findings(Evidence clip) {
        return judge(clip).findings();
    }

    private static QcReport judge(Evidence clip) {
        return Judge.judge(clip, Map.of(), Limits.DEFAULTS);
    }
}
