// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.delivery.Delivered;
import com.platewright.media.MediaException;
import com.platewright.media.colour.ColourConfig;
import com.platewright.media.movie.FfmpegBuild;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.qc.evidence.DeclaredColour;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.TrackAsked;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the plan asks of a version, in the words of the checks. */
final class Expected {
    private static final int AAC_BITS = 0;

    private final ShotPlan plan;
    private final Delivered delivered;
    private final Optional<DeclaredColour> source;
    private final Optional<DeclaredColour> plate;

    Expected(ShotPlan plan, Delivered delivered) throws MediaException {
        this.plan = plan;
        this.delivered = delivered;
        try (ColourConfig config = ColourConfig.open(plan.show().colour().config())) {
            this.source = plan.comesAsMovie() ? Optional.empty() : declared(config, plan.sourceSpace());
            this.plate = declared(config, plan.show().colour().plate());
        }
    }

    private static Optional<DeclaredColour> declared(ColourConfig config, String space) throws MediaException {
        return config.chromaticities(space).map(chromaticities -> new DeclaredColour(space, chromaticities));
    }

    Optional<DeclaredColour> sourceColour() {
        return source;
    }

    Optional<DeclaredColour> plateColour() {
        return plate;
    }

    /** What is asked of the clip as a whole. */
    Expectation clip() {
        ShowConfig.Audio audio = plan.show().audio();
        boolean hdr = plan.generated().filter(g -> g.request().output().hdr()).isPresent();
        return new Expectation(
                plan.generated().map(Source.Generated::frames).orElse(List.of()),
                Optional.of(plan.rate()),
                hdr,
                sequence().map(this::plates),
                plan.sound().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Expectation.SoundRule(
                                audio.shorter().padUpToFrames(), audio.longer() == ShowConfig.LongSound.TRIM)));
    }

    /** The name of the first sequence of plates, which stands for all. */
    Optional<String> sequenceName() {
        return plan.deliverables().entrySet().stream()
                .filter(e -> e.getValue() instanceof Deliverable.ExrSequence)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<Deliverable.ExrSequence> sequence() {
        return sequenceName().map(name -> (Deliverable.ExrSequence) deliverable(name));
    }

    private Expectation.Plates plates(Deliverable.ExrSequence wanted) {
        return new Expectation.Plates(
                plan.show().numbering().firstFrame(),
                delivered.source().size(),
                wanted.compression(),
                plate,
                plan.show().timing().startTimecode());
    }

    /** What is asked of a movie. */
    MovieEvidence.Asked movie(Deliverable.Movie wanted) {
        String codec = FfmpegBuild.codec(wanted.encoder());
        MovieEvidence.Coding coding = new MovieEvidence.Coding(
                codec,
                asDecoded(codec, wanted.pixelFormat()),
                delivered.source().size(),
                plan.rate());
        return new MovieEvidence.Asked(
                coding,
                plan.show().colour().tags().colourTags(),
                Optional.of(plan.show().timing().startTimecode()),
                wanted.sound().map(this::tracks).orElse(List.of()));
    }

    /** ProRes knows no bit depth: whatever 4444 was made from, FFmpeg's decoder gives it in 12 bits. */
    private static String asDecoded(String codec, String pixelFormat) {
        return codec.equals("prores") && pixelFormat.equals("yuv444p10le") ? "yuv444p12le" : pixelFormat;
    }

    private List<TrackAsked> tracks(Deliverable.MovieSound coding) {
        return delivered.sound().stream()
                .map(t -> track(coding.codec(), t, t.language()))
                .toList();
    }

    /** What is asked of a WAV file; it has no place for a language. */
    TrackAsked wave(Delivered.Track track) {
        return track("pcm_s24le", track, "und");
    }

    private TrackAsked track(String codec, Delivered.Track track, String language) {
        int bits = codec.equals("pcm_s24le") ? 24 : codec.equals("pcm_s16le") ? 16 : AAC_BITS;
        return new TrackAsked(codec, plan.show().audio().sampleRate(), track.channels(), bits, language);
    }

    private Deliverable deliverable(String name) {
        Deliverable wanted = plan.deliverables().get(name);
        if (wanted == null) {
            throw new IllegalArgumentException("the plan has no deliverable " + name);
        }
        return wanted;
    }
}
