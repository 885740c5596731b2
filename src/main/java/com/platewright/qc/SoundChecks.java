// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static com.platewright.qc.Wording.count;
import static com.platewright.qc.Wording.number;

import com.platewright.media.MovieFacts;
import com.platewright.media.SoundFacts;
import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation.SoundRule;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.qc.evidence.SoundEvidence.Conform;
import com.platewright.qc.evidence.TrackAsked;
import com.platewright.shot.FrameRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the sound fits the picture and is coded as asked. */
final class SoundChecks {
    private SoundChecks() {}

    /** A sound that was written, alone or in a movie. */
    private record Track(
            String where, String called, TrackAsked asked, SoundFacts found, Optional<Long> pictureFrames) {}

    static Answer length(Evidence evidence) {
        Optional<FrameRate> rate = evidence.expected().rate();
        if (rate.isEmpty()) {
            return Answer.notRun("no frame rate is known to compare it with");
        }
        List<Fault> faults = new ArrayList<>();
        long looked = 0;
        Optional<SoundRule> rule = evidence.expected().sound();
        for (SoundEvidence sound : evidence.sounds()) {
            if (rule.isPresent() && sound.conform().isPresent()) {
                faults.addAll(fitted(sound, sound.conform().get(), rule.get(), rate.get()));
                looked++;
            }
        }
        for (Track track : tracks(evidence)) {
            if (track.pictureFrames().isPresent()) {
                exact(track, track.pictureFrames().get(), rate.get()).ifPresent(faults::add);
                looked++;
            }
        }
        return looked == 0 ? Answer.notRun("there is no sound beside a picture") : Answer.ran(looked, "sounds", faults);
    }

    static Answer format(Evidence evidence) {
        List<Fault> faults = new ArrayList<>();
        List<Track> tracks = tracks(evidence);
        evidence.movies().forEach(m -> trackCount(m).ifPresent(faults::add));
        tracks.forEach(t -> format(t).ifPresent(faults::add));
        return tracks.isEmpty() && faults.isEmpty()
                ? Answer.notRun("no sound that was asked for was examined")
                : Answer.ran(tracks.size(), "sounds", faults);
    }

    private static List<Track> tracks(Evidence evidence) {
        Optional<Long> frames =
                evidence.sets().stream().map(set -> (long) set.frames().size()).findFirst();
        List<Track> tracks = new ArrayList<>();
        evidence.sounds().forEach(s -> track(s, frames).ifPresent(tracks::add));
        evidence.movies().forEach(m -> tracks.addAll(tracks(m, frames)));
        return tracks;
    }

    private static Optional<Track> track(SoundEvidence sound, Optional<Long> frames) {
        return sound.asked().flatMap(asked -> sound.found()
                .map(found -> new Track(sound.file(), "The sound " + sound.file(), asked, found, frames)));
    }

    private static List<Track> tracks(MovieEvidence movie, Optional<Long> frames) {
        List<TrackAsked> asked = movie.asked().map(MovieEvidence.Asked::sound).orElse(List.of());
        List<SoundFacts> found = movie.found().map(MovieFacts::sound).orElse(List.of());
        Optional<Long> own = frames.or(() -> movie.found().map(MovieFacts::frames));
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < Math.min(asked.size(), found.size()); i++) {
            String where = movie.file() + ", track " + (i + 1);
            String called = "Track " + (i + 1) + " of the " + MovieChecks.called(movie);
            tracks.add(new Track(where, called, asked.get(i), found.get(i), own));
        }
        return tracks;
    }

    /** Judges what the conform had to do, by the show's rule. */
    private static List<Fault> fitted(SoundEvidence sound, Conform conform, SoundRule rule, FrameRate rate) {
        List<Fault> faults = new ArrayList<>();
        long most = rate.samples(rule.padUpToFrames(), conform.sampleRate());
        if (conform.padded() > most) {
            String shortBy = span(conform.padded(), conform, rate);
            faults.add(new Fault(
                    sound.file(),
                    "at most " + count(rule.padUpToFrames(), "frame") + " short",
                    shortBy + " short",
                    "The sound " + sound.file() + " ends " + shortBy + " before the picture; the show pads at most "
                            + count(rule.padUpToFrames(), "frame")
                            + " with silence. Supply a longer sound, or raise audio.short.pad_up_to_frames."));
        }
        if (conform.trimmed() > 0 && !rule.mayTrim()) {
            String longBy = span(conform.trimmed(), conform, rate);
            faults.add(new Fault(
                    sound.file(),
                    "no longer than the picture",
                    longBy + " longer",
                    "The sound " + sound.file() + " is " + longBy
                            + " longer than the picture, and the show does not cut"
                            + " sound. Supply it at the length of the picture, or set audio.long to trim."));
        }
        return faults;
    }

    /** {@code 48,000 samples (24 frames, 1 s)}. */
    private static String span(long samples, Conform conform, FrameRate rate) {
        double seconds = (double) samples / conform.sampleRate();
        return count(samples, "sample") + " (" + number(seconds / rate.seconds(1)) + " frames, " + number(seconds)
                + " s)";
    }

    private static Optional<Fault> exact(Track track, long frames, FrameRate rate) {
        long samples = rate.samples(frames, track.found().sampleRate());
        long found = track.found().samples();
        if (found == samples) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                track.where(),
                count(samples, "sample"),
                count(found, "sample"),
                track.called() + " has " + count(found, "sample") + "; " + count(frames, "frame")
                        + " at " + rate + " fps and " + track.found().sampleRate() + " Hz are " + count(samples)
                        + ". It drifts or ends early: make the deliverables again."));
    }

    private static Optional<Fault> trackCount(MovieEvidence movie) {
        if (movie.asked().isEmpty() || movie.found().isEmpty()) {
            return Optional.empty();
        }
        int asked = movie.asked().get().sound().size();
        int found = movie.found().get().sound().size();
        return asked == found
                ? Optional.empty()
                : Optional.of(new Fault(
                        movie.file(),
                        count(asked, "sound track"),
                        count(found, "sound track"),
                        "The " + MovieChecks.called(movie) + " has " + count(found, "sound track") + " where "
                                + count(asked, "sound track") + " belong. Make the deliverable again."));
    }

    private static Optional<Fault> format(Track track) {
        SoundFacts f = track.found();
        TrackAsked found = new TrackAsked(f.codec(), f.sampleRate(), f.channels(), f.bits(), f.language());
        if (found.equals(track.asked())) {
            return Optional.empty();
        }
        String should = text(track.asked());
        String is = text(found);
        return Optional.of(new Fault(
                track.where(),
                should,
                is,
                track.called() + " is " + is + " where " + should
                        + " was asked for. Check the deliverable's sound in the show, then make it again."));
    }

    private static String text(TrackAsked t) {
        String bits = t.bits() == 0 ? "" : " " + t.bits() + " bit";
        return t.codec() + " " + t.sampleRate() + " Hz" + bits + ", " + count(t.channels(), "channel") + ", "
                + t.language();
    }
}
