// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.media.ColourTags;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.shot.Resolution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieChecksTest {
    @ParameterizedTest
    @CsvSource({
        "prores, bt709/bt709/bt709/unknown, bt709/bt709/bt709/unknown, true", // .mov and ProRes cannot say the range
        "prores, bt709/bt709/bt709/unknown, unknown/unknown/unknown/tv, false", // but the frame header can say the rest
        "h264, bt709/bt709/bt709/tv, bt709/unknown/bt709/tv, false",
        "h264, unknown/unknown/unknown/unknown, bt709/bt709/bt709/tv, false", // no colr at all
        "h264, bt709/bt709/bt709/pc, bt709/bt709/bt709/tv, false",
        "dnxhd, bt709/bt709/bt709/unknown, unknown/unknown/bt709/unknown, true", // its frames know the matrix only
        "dnxhd, bt709/bt709/bt709/unknown, unknown/unknown/bt2020nc/unknown, false",
    })
    void containerAndStreamAreEachHeldToWhatTheyCanSay(String codec, String container, String stream, boolean fits) {
        Evidence clip = Change.movies(
                only("master"),
                m -> new MovieEvidence(
                        m.name(),
                        m.file(),
                        m.origin(),
                        Optional.of(Specimen.asked(codec, "yuv444p10le", Specimen.PCM)),
                        Optional.of(Change.withTags(
                                Specimen.movie(codec, "xxxx", "", "yuv444p10le", 8, Specimen.track(Specimen.PCM, 8)),
                                tags(container),
                                tags(stream)))));

        assertThat(findings(clip).isEmpty()).isEqualTo(fits);
    }

    @Test
    void bothPartsAreNamedWhereBothAreWrong() {
        Evidence clip = Change.movie(
                only("review"), "review", m -> Change.withTags(m, ColourTags.REC2100_HLG, ColourTags.REC2100_HLG));

        assertThat(findings(clip))
                .extracting(Finding::where)
                .containsExactly(
                        "review/sh0010_genplate_v001_review.mp4, container",
                        "review/sh0010_genplate_v001_review.mp4, stream");
    }

    @Test
    void silenceDoesNotMeanFullRange() {
        ColourTags full = new ColourTags("bt709", "bt709", "bt709", "pc");
        Evidence clip = Change.movies(
                only("review"),
                m -> new MovieEvidence(
                        m.name(),
                        m.file(),
                        m.origin(),
                        m.asked().map(a -> new MovieEvidence.Asked(a.coding(), full, a.start(), a.sound())),
                        m.found().map(f -> Change.withTags(f, tags("bt709/bt709/bt709/unknown"), full))));

        assertThat(findings(clip))
                .extracting(Finding::where)
                .containsExactly("review/sh0010_genplate_v001_review.mp4, container");
    }

    @Test
    void aMovieNobodyAskedForIsJudgedByItsOwnContradictionsOnly() {
        MovieEvidence loose = MovieEvidence.examined(
                "x.mp4", Optional.of(Change.withTags(Specimen.provided(8), ColourTags.REC709, ColourTags.REC2100_PQ)));

        QcReport report = judge(Evidence.of(Expectation.NONE).withMovie(loose));

        assertThat(report.findings()).extracting(Finding::check).containsExactly("movie.tags", "movie.range");
        assertThat(report.notRun())
                .extracting(QcReport.NotRun::check)
                .contains(Check.MOVIE_FORMAT, Check.MOVIE_TIMECODE);
    }

    @Test
    void aMovieThatCameWithTheFramesIsNotJudgedByAssumption() {
        Evidence clip = Evidence.of(Expectation.NONE)
                .withMovie(MovieEvidence.provided(
                        "clip.mp4",
                        Optional.of(Change.withTags(Specimen.provided(8), ColourTags.REC709, ColourTags.REC2100_PQ))));

        QcReport report = judge(clip);

        assertThat(report.findings()).isEmpty();
        assertThat(report.ran()).extracting(QcReport.Ran::check).containsExactly(Check.FILE_DECODES);
    }

    @ParameterizedTest
    @CsvSource({"7", "9", "0"})
    void aMovieIsAsLongAsItsFramesNeitherShorterNorLonger(long frames) {
        Evidence clip = Change.movie(Specimen.clip(8), "review", m -> Change.withFrames(m, frames));

        assertThat(findings(clip)).singleElement().satisfies(f -> {
            assertThat(f.check()).isEqualTo("count.movie");
            assertThat(f.where()).isEqualTo("review/sh0010_genplate_v001_review.mp4");
            assertThat(f.expected()).isEqualTo("8 frames, as clip_exr.zip");
            assertThat(f.found()).isEqualTo(frames + " frames");
        });
    }

    @Test
    void aMovieThatNobodyDecodedIsFound() {
        Evidence clip = Change.movies(
                only("review"), m -> new MovieEvidence(m.name(), m.file(), m.origin(), m.asked(), Optional.empty()));

        assertThat(findings(clip)).singleElement().satisfies(f -> {
            assertThat(f.check()).isEqualTo("file.decodes");
            assertThat(f.found()).isEqualTo("never decoded");
        });
    }

    @Test
    void everythingThatIsOtherwiseIsNamedInOneFinding() {
        Evidence clip = Change.movies(
                only("master"),
                m -> new MovieEvidence(
                        m.name(),
                        m.file(),
                        m.origin(),
                        m.asked(),
                        Optional.of(Specimen.movie(
                                "prores", "apch", "HQ", "yuv422p10le", 8, Specimen.track(Specimen.PCM, 8)))));
        clip = Change.movie(clip, "master", f -> Change.withSize(f, new Resolution(640, 360)));

        assertThat(findings(clip)).singleElement().satisfies(f -> {
            assertThat(f.expected()).isEqualTo("yuv444p10le, 1280x720");
            assertThat(f.found()).isEqualTo("yuv422p10le, 640x360");
        });
    }

    private static Evidence only(String name) {
        Evidence clip = Specimen.clip(8);
        return new Evidence(
                clip.expected(),
                clip.source(),
                clip.plates(),
                clip.movies().stream().filter(m -> m.name().equals(name)).toList(),
                clip.sounds(),
                clip.files());
    }

    private static ColourTags tags(String text) {
        String[] t = text.split("/", -1);
        return new ColourTags(t[0], t[1], t[2], t[3]);
    }

    private static List<Finding> findings(Evidence clip) {
        return judge(clip).findings();
    }

    private static QcReport judge(Evidence clip) {
        return Judge.judge(clip, Map.of(), Limits.DEFAULTS);
    }
}
