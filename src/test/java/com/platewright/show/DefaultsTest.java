// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.media.ColourTags;
import com.platewright.media.ExrCompression;
import com.platewright.media.Precision;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Severity;
import com.platewright.shot.TimeCode;
import com.platewright.show.Deliverable.BurnIn;
import com.platewright.show.Deliverable.ContactSheet;
import com.platewright.show.Deliverable.ExrSequence;
import com.platewright.show.Deliverable.Movie;
import com.platewright.show.Deliverable.MovieSound;
import com.platewright.show.Deliverable.SoundFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every default, pinned: a studio's shows must not change because a default did. */
class DefaultsTest {
    @TempDir
    static Path folder;

    static ShowConfig defaults;

    @BeforeAll
    static void load() throws Exception {
        defaults = ConfigFolder.in(folder).open().defaults(Map.of()).config();
    }

    @Test
    void ofPathsAndNumbers() {
        assertThat(defaults.paths())
                .isEqualTo(new ShowConfig.Paths(folder, new PathTemplate("{sequence}/{shot}/{task}"), "genplate"));
        assertThat(defaults.numbering()).isEqualTo(new ShowConfig.Numbering(1001, 4, 3));
        assertThat(defaults.timing()).isEqualTo(new ShowConfig.Timing(FrameRate.FILM, new TimeCode(1, 0, 0, 0)));
    }

    @Test
    void ofProviderTransferAndLease() {
        assertThat(defaults.provider())
                .isEqualTo(new ShowConfig.Provider(
                        "runware",
                        Optional.empty(),
                        Optional.empty(),
                        "luma:ray@3.2",
                        Map.of(),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(30),
                        new ShowConfig.Poll(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(10), 12),
                        Duration.ofDays(1),
                        Optional.empty(),
                        new ModelClip(FrameRate.FILM, "ACES2065-1", List.of(120, 121), List.of(240, 241))));
        assertThat(defaults.transfer())
                .isEqualTo(new ShowConfig.Transfer(Duration.ofMinutes(1), Duration.ofMinutes(30), 5, 1));
        assertThat(defaults.lease()).isEqualTo(new ShowConfig.Lease(Duration.ofMinutes(2)));
        assertThat(defaults.archive()).isEqualTo(new ShowConfig.Archive(20_000, 512, 200));
        assertThat(defaults.archive().entryBytes()).isEqualTo(512_000_000L);
        assertThat(defaults.archive().totalBytes()).isEqualTo(200_000_000_000L);
    }

    /** No cap, and so nothing to approve. */
    @Test
    void ofTheBudget() {
        assertThat(defaults.draft()).isEqualTo(new Draft(false, Optional.of("540p"), "_draft"));
        assertThat(defaults.budget())
                .isEqualTo(new ShowConfig.Budget(
                        "USD",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ZoneId.of("UTC"),
                        new ShowConfig.Approval(Optional.empty()),
                        ShowConfig.Reuse.TAKE,
                        ShowConfig.UnknownPrice.REFUSE,
                        ".platewright/ledger.sqlite"));
    }

    @Test
    void ofColourAndSound() {
        assertThat(defaults.colour())
                .isEqualTo(new ShowConfig.Colour(
                        folder.resolve("colour/aces-1.3.ocio"),
                        Optional.empty(),
                        "ACEScg",
                        "Rec.1886 Rec.709 - Display",
                        "ACES 1.0 - SDR Video",
                        Precision.FAST,
                        new ShowConfig.Tags("bt709", "bt709", "bt709"),
                        new MovieColour(
                                Optional.empty(),
                                "Un-tone-mapped",
                                Optional.empty(),
                                new MovieColour.Untagged("bt709", "bt709", "bt709", "tv"))));
        assertThat(defaults.colour().tags().colourTags()).isEqualTo(ColourTags.REC709);
        assertThat(defaults.audio())
                .isEqualTo(new ShowConfig.Audio(48000, new ShowConfig.ShortSound(12), ShowConfig.LongSound.TRIM));
    }

    @Test
    void ofDeliverables() {
        assertThat(defaults.deliverables())
                .containsExactly(
                        Map.entry(
                                "plate",
                                new ExrSequence(
                                        new PathTemplate("exr/{shot}_{task}_{version}.{frame}.exr"),
                                        ExrCompression.ZIP,
                                        45)),
                        Map.entry(
                                "master",
                                new Movie(
                                        new PathTemplate("mov/{shot}_{task}_{version}_prores4444.mov"),
                                        "prores_ks",
                                        "yuv444p10le",
                                        Map.of("profile", "4444", "qscale", "9"),
                                        Optional.of(new MovieSound("pcm_s24le", OptionalInt.empty())),
                                        Optional.empty())),
                        Map.entry(
                                "review",
                                new Movie(
                                        new PathTemplate("review/{shot}_{task}_{version}_review.mp4"),
                                        "libx264",
                                        "yuv420p",
                                        Map.of("preset", "medium", "crf", "18"),
                                        Optional.of(new MovieSound("aac", OptionalInt.of(192_000))),
                                        Optional.of(burnIn()))),
                        Map.entry(
                                "contact",
                                new ContactSheet(
                                        new PathTemplate("thumbs/{shot}_{task}_{version}_contact.jpg"), 4, 3, 480)),
                        Map.entry("sound", new SoundFile(new PathTemplate("audio/{shot}_{task}_{version}.wav"))));
    }

    private static BurnIn burnIn() {
        return new BurnIn(
                Optional.of(new TextTemplate("{show} {sequence} {shot}")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TextTemplate("{shot}_{task}_{version}")),
                Optional.empty(),
                Optional.of(new TextTemplate("{frame}")));
    }

    @Test
    void ofChecks() {
        assertThat(defaults.checks())
                .containsOnlyKeys(
                        "count.expected",
                        "count.movie",
                        "clip.size",
                        "sequence.gaps",
                        "header.uniform",
                        "header.colour",
                        "pixels.nan",
                        "pixels.infinite",
                        "pixels.ceiling",
                        "pixels.negative",
                        "pixels.headroom",
                        "pixels.black",
                        "frames.repeated",
                        "file.decodes",
                        "plate.header",
                        "plate.pixels",
                        "movie.format",
                        "movie.tags",
                        "movie.timecode",
                        "movie.range",
                        "sound.length",
                        "sound.format");
        assertThat(defaults.checks().entrySet().stream()
                        .filter(check -> check.getValue() == Severity.WARN)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "clip.size",
                        "header.colour",
                        "pixels.negative",
                        "pixels.headroom",
                        "frames.repeated",
                        "movie.range");
        assertThat(defaults.checks()).doesNotContainValue(Severity.OFF);
        assertThat(defaults.limits()).isEqualTo(new ShowConfig.Limits(0.01, -0.1, 0.01));
        assertThat(defaults.sandbox()).isEqualTo(new ShowConfig.Sandbox(true));
    }
}
