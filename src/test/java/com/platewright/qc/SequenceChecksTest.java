// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.media.Chromaticities;
import com.platewright.media.ExrCompression;
import com.platewright.media.ExrHeader;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.FileEvidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.FrameSet.Frame;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.shot.FrameRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SequenceChecksTest {
    @Test
    void missingFramesAreNamedByRange() {
        Evidence clip = Specimen.clip(20);
        FrameSet source = clip.source().orElseThrow();
        List<Frame> holed = source.frames().stream()
                .filter(f -> f.number() != 7 && (f.number() < 15 || f.number() > 17))
                .toList();

        assertThat(findings(Evidence.of(Expectation.NONE).withSource(Change.with(source, holed))))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.where()).isEqualTo("source frames 7, 15-17");
                    assertThat(f.found()).isEqualTo("4 missing");
                });
    }

    @Test
    void aNumberThatStandsTwiceNamesBothFiles() {
        FrameSet source = Specimen.clip(8).source().orElseThrow();
        List<Frame> frames = new ArrayList<>(source.frames());
        frames.add(new Frame(
                4, "frame_004.exr", frames.get(4).header(), frames.get(4).measure(), Optional.empty()));

        assertThat(findings(Evidence.of(Expectation.NONE).withSource(Change.with(source, frames))))
                .filteredOn(f -> f.check().equals("sequence.gaps"))
                .extracting(Finding::found)
                .containsExactly("frame_0004.exr and frame_004.exr");
    }

    @Test
    void platesThatEndEarlyLackTheirLastNumbers() {
        Evidence clip = Specimen.clip(8);
        FrameSet plates = clip.plates().orElseThrow();

        assertThat(findings(clip.withPlates(Change.with(plates, plates.frames().subList(0, 6)))))
                .filteredOn(f -> f.check().equals("sequence.gaps"))
                .extracting(Finding::where)
                .containsExactly("plates 1007-1008");
    }

    @Test
    void theGapsOfAnArchiveCountWhereItsFramesWereNotOpened() {
        FileEvidence.Archive archive =
                new FileEvidence.Archive("clip.zip", List.of(new FrameRange(15, 17)), List.of(), List.of());
        Evidence clip = Evidence.of(Expectation.NONE).withFiles(new FileEvidence(Optional.of(archive), List.of()));

        assertThat(findings(clip))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith("clip.zip lacks source frames 15-17.");
    }

    @Test
    void anImportHasAsManyFramesAsItHas() {
        Expectation x = Specimen.expectation(8);
        Evidence clip =
                Change.expecting(Specimen.clip(8), new Expectation(List.of(), x.rate(), true, x.plates(), x.sound()));

        QcReport report = judge(clip);

        assertThat(report.status()).isEqualTo(QcReport.Status.PASSED);
        assertThat(report.notRun()).extracting(QcReport.NotRun::check).containsExactly(Check.COUNT_EXPECTED);
    }

    @Test
    void soundIsComparedWithPictureInWholeFrames() {
        Evidence clip = Change.sounds(
                Specimen.clip(8),
                s -> s.conform().isPresent()
                        ? s
                        : SoundEvidence.written(
                                s.name(), s.file(), Specimen.PCM, Optional.of(Specimen.track(Specimen.PCM, 7))));

        assertThat(findings(clip)).extracting(Finding::check).containsExactly("count.movie", "sound.length");
    }

    @Test
    void theOddHeaderIsTheOneThatFewestFramesHave() {
        Evidence clip = Specimen.clip(8);
        for (int i = 0; i < 3; i++) {
            ExrHeader usual =
                    clip.source().orElseThrow().frames().get(i).header().orElseThrow();
            clip = Change.sourceHeaded(
                    clip,
                    i,
                    Specimen.header(
                            usual.dataWindow(),
                            usual.displayWindow(),
                            usual.compression(),
                            usual.chromaticities(),
                            usual.timeCode(),
                            ExrHeader.SampleType.FLOAT));
        }

        assertThat(findings(clip)).singleElement().satisfies(f -> {
            assertThat(f.where()).isEqualTo("source frames 0-2");
            assertThat(f.expected()).isEqualTo("channels B half, G half, R half");
            assertThat(f.found()).isEqualTo("B float, G float, R float");
        });
    }

    @Test
    void framesThatStateNoChromaticitiesAreNotJudgedByThem() {
        FrameSet silent = FrameSet.source(
                "x",
                Optional.of(Specimen.AP0),
                List.of(new Frame(
                        1,
                        "x.1.exr",
                        Optional.of(Specimen.header(
                                new ExrHeader.Window(0, 0, 9, 9),
                                new ExrHeader.Window(0, 0, 9, 9),
                                ExrCompression.PIZ,
                                Optional.empty(),
                                Optional.empty(),
                                ExrHeader.SampleType.HALF)),
                        Optional.of(Specimen.measure(1)),
                        Optional.empty())));

        assertThat(judge(Evidence.of(Expectation.NONE).withSource(silent)).notRun())
                .contains(new QcReport.NotRun(Check.HEADER_COLOUR, "no frame states its chromaticities"));
    }

    @Test
    void chromaticitiesMayDifferByAThousandth() {
        Chromaticities near = new Chromaticities(0.7348f, 0.2653f, 0f, 1f, 0.0001f, -0.0769f, 0.3217f, 0.3377f);
        Evidence clip =
                Change.sourceHeaded(Specimen.clip(8), 2, Specimen.header(ExrCompression.DWAB, near, Specimen.START));

        assertThat(findings(clip)).isEmpty();
    }

    private static List<Finding> findings(Evidence clip) {
        return judge(clip).findings();
    }

    private static QcReport judge(Evidence clip) {
        return Judge.judge(clip, Map.of(), Limits.DEFAULTS);
    }
}
