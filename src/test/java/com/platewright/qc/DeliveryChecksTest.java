// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.platewright.media.Chromaticities;
import com.platewright.media.ExrCompression;
import com.platewright.media.ExrHeader;
import com.platewright.media.SoundFacts;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.FileEvidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.FrameSet.ReadBack;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.qc.evidence.SoundEvidence.Conform;
import com.platewright.shot.FrameRate;
import com.platewright.shot.TimeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plates, files and sound: what left our hands. */
class DeliveryChecksTest {
    @Test
    void platesThatWereAskedForAndNeverExaminedAreFound() {
        Evidence clip = Specimen.clip(8);
        Evidence none = new Evidence(
                clip.expected(), clip.source(), Optional.empty(), clip.movies(), clip.sounds(), clip.files());

        assertThat(findings(none)).extracting(Finding::check).containsExactly("plate.header", "plate.pixels");
    }

    @Test
    void aPlateThatWasNotReadBackIsNotTakenOnTrust() {
        Evidence clip = Change.plate(
                Specimen.clip(8),
                1003,
                f -> new FrameSet.Frame(
                        f.number(), f.file(), f.header(), f.measure(), Optional.of(new ReadBack(7, Optional.empty()))));

        assertThat(findings(clip))
                .extracting(Finding::check, Finding::where)
                .containsExactly(tuple("file.decodes", "plate 1003"), tuple("plate.pixels", "plate 1003"));
    }

    @Test
    void aPlateSaysItsOwnTimeCodeAndColour() {
        Evidence clip = Change.plateHeaded(
                Specimen.clip(8),
                1004,
                Specimen.header(ExrCompression.ZIP, Chromaticities.REC709, TimeCode.parse("01:00:00:04")));

        assertThat(findings(clip))
                .filteredOn(f -> f.check().equals("plate.header"))
                .extracting(Finding::expected, Finding::found)
                .containsExactly(tuple("colour ACEScg", "Rec.709"), tuple("time code 01:00:00:03", "01:00:00:04"));
    }

    @Test
    void platesAreOfHalfSamples() {
        Evidence clip = Specimen.clip(1);
        ExrHeader half = clip.plates().orElseThrow().frames().get(0).header().orElseThrow();
        ExrHeader single = Specimen.header(
                half.dataWindow(),
                half.displayWindow(),
                half.compression(),
                half.chromaticities(),
                half.timeCode(),
                ExrHeader.SampleType.FLOAT);

        assertThat(findings(Change.plateHeaded(clip, 1001, single)))
                .extracting(Finding::check, Finding::expected, Finding::found)
                .containsExactly(tuple("plate.header", "channels half R, G, B", "B float, G float, R float"));
    }

    @Test
    void aPlateMayCarryAlpha() {
        Evidence clip = Specimen.clip(1);
        ExrHeader h = clip.plates().orElseThrow().frames().get(0).header().orElseThrow();
        List<ExrHeader.Channel> channels = new ArrayList<>(h.channels());
        channels.add(new ExrHeader.Channel("A", ExrHeader.SampleType.HALF, 1, 1));
        ExrHeader alpha = new ExrHeader(
                h.dataWindow(),
                h.displayWindow(),
                channels,
                h.compression(),
                h.tiled(),
                h.parts(),
                h.pixelAspectRatio(),
                h.chromaticities(),
                h.framesPerSecond(),
                h.timeCode(),
                h.acesImageContainer(),
                h.text());

        assertThat(findings(Change.plateHeaded(clip, 1001, alpha))).isEmpty();
    }

    @Test
    void aDamagedEntryIsNamedWithItsArchive() {
        FileEvidence.Failure entry = new FileEvidence.Failure("frame_0003.exr", "CRC-32 1a2b3c4d, expected 5e6f7081");
        Evidence clip = Change.source(
                        Specimen.clip(8),
                        3,
                        f -> new FrameSet.Frame(f.number(), f.file(), f.header(), Optional.empty(), Optional.empty()))
                .withFiles(new FileEvidence(
                        Optional.of(new FileEvidence.Archive("clip_exr.zip", List.of(), List.of(), List.of(entry))),
                        List.of(entry)));

        assertThat(findings(clip))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .startsWith("The entry frame_0003.exr of clip_exr.zip is damaged: CRC-32 1a2b3c4d, expected 5e6f7081.");
    }

    @ParameterizedTest
    @CsvSource({"24000, 0, true, true", "24001, 0, true, false", "0, 5, true, true", "0, 5, false, false"})
    void soundIsFittedByTheShowsRule(long padded, long trimmed, boolean mayTrim, boolean fits) {
        Expectation x = Specimen.expectation(8);
        Evidence clip = Change.expecting(
                Specimen.clip(8),
                new Expectation(
                        x.frameCounts(),
                        x.rate(),
                        true,
                        x.plates(),
                        Optional.of(new Expectation.SoundRule(12, mayTrim))));
        Evidence fitted = Change.sounds(
                clip,
                s -> s.conform().isPresent()
                        ? SoundEvidence.supplied(
                                s.name(),
                                s.file(),
                                s.found(),
                                new Conform(48000, Optional.of(44100), 0, padded, trimmed))
                        : s);

        assertThat(findings(fitted).isEmpty()).isEqualTo(fits);
    }

    @Test
    void oneSampleTooFewIsFound() {
        Evidence clip = Change.movie(
                Specimen.clip(8),
                "review",
                m -> Change.withSound(m, List.of(new SoundFacts("aac", 48000, 2, 0, 15_999, "eng", 0.5))));

        assertThat(findings(clip)).singleElement().satisfies(f -> {
            assertThat(f.where()).isEqualTo("review/sh0010_genplate_v001_review.mp4, track 1");
            assertThat(f.expected()).isEqualTo("16,000 samples");
            assertThat(f.found()).isEqualTo("15,999 samples");
        });
    }

    @Test
    void theSamplesOfAFrameFollowTheRate() {
        Expectation x = Specimen.expectation(8);
        Evidence clip = new Evidence(
                new Expectation(
                        x.frameCounts(), Optional.of(new FrameRate(24000, 1001)), true, Optional.empty(), x.sound()),
                Specimen.clip(8).source(),
                Optional.empty(),
                List.of(),
                List.of(SoundEvidence.written(
                        "sound",
                        "a.wav",
                        Specimen.PCM,
                        Optional.of(new SoundFacts("pcm_s24le", 48000, 2, 24, 8 * 2002L, "eng", 0.5)))),
                FileEvidence.NONE);

        assertThat(findings(clip)).isEmpty();
    }

    @Test
    void aTrackTooFewIsFound() {
        Evidence clip = Change.movie(Specimen.clip(8), "master", m -> Change.withSound(m, List.of()));

        assertThat(findings(clip)).singleElement().satisfies(f -> {
            assertThat(f.check()).isEqualTo("sound.format");
            assertThat(f.expected()).isEqualTo("1 sound track");
            assertThat(f.found()).isEqualTo("0 sound tracks");
        });
    }

    private static List<Finding> findings(Evidence clip) {
        return Judge.judge(clip, Map.of(), Limits.DEFAULTS).findings();
    }
}
