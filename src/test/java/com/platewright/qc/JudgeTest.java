// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.FileEvidence;
import com.platewright.shot.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
    private static final int FRAMES = 8;

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
        QcReport report = judge(Spoilt.by(check), Map.of(check, Severity.ERROR));

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
        QcReport report = judge(Spoilt.by(check), Map.of(check, Severity.WARN));

        assertThat(report.findings()).extracting(Finding::severity).containsOnly(Severity.WARN);
        assertThat(report.status()).isEqualTo(QcReport.Status.PASSED);
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void aCheckThatIsOffIsNotRunAndSaysSo(Check check) {
        QcReport report = judge(Spoilt.by(check), Map.of(check, Severity.OFF));

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
        Evidence clip = Spoilt.by(Check.PIXELS_NAN, Check.HEADER_UNIFORM, Check.MOVIE_TAGS)
                .withFiles(new FileEvidence(
                        Optional.empty(),
                        List.of(
                                new FileEvidence.Failure("b.mov", "ends early"),
                                new FileEvidence.Failure("a.mov", "ends early"),
                                new FileEvidence.Failure("c.mov", "ends early"))));
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
        Evidence clip = Spoilt.by(Check.PIXELS_NAN, Check.CLIP_SIZE, Check.SOUND_FORMAT);

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

    private static Evidence shuffled(Evidence e, Random random) {
        return new Evidence(
                e.expected(),
                e.source().map(s -> Change.with(s, shuffled(s.frames(), random))),
                e.plates().map(s -> Change.with(s, shuffled(s.frames(), random))),
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
