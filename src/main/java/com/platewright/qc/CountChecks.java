// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.media.ExrHeader;
import com.platewright.media.MovieFacts;
import com.platewright.media.SoundFacts;
import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.MovieEvidence.Origin;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether everything is as long, and the clip's two forms as large, as each other. */
final class CountChecks {
    private CountChecks() {}

    /** Something that is so many frames long. */
    private record Count(String what, String file, long frames, String remedy) {}

    static Answer expected(Evidence evidence) {
        List<Integer> accepted = evidence.expected().frameCounts();
        if (accepted.isEmpty()) {
            return Answer.notRun("any number of frames is right here");
        }
        Optional<Count> clip = counts(evidence).stream().findFirst();
        if (clip.isEmpty()) {
            return Answer.notRun("no frames were counted");
        }
        Count count = clip.get();
        if (accepted.stream().anyMatch(a -> a == count.frames())) {
            return Answer.ran(1, "clip", List.of());
        }
        String counts = accepted.stream().map(String::valueOf).collect(Collectors.joining(" or "));
        return Answer.ran(
                1,
                "clip",
                List.of(new Fault(
                        count.file(),
                        counts + " frames",
                        count.frames() + " frames",
                        "The clip has " + count.frames() + " frames; one of this duration has " + counts
                                + ". Fetch it again; if the service has come to deliver this number, add it to"
                                + " provider.delivers in the show.")));
    }

    static Answer agree(Evidence evidence) {
        List<Count> counts = counts(evidence);
        if (counts.size() < 2) {
            return Answer.notRun("there are no two things to compare");
        }
        Count first = counts.get(0);
        List<Fault> faults = counts.stream()
                .filter(c -> c.frames() != first.frames())
                .map(c -> new Fault(
                        c.file(),
                        first.frames() + " frames, as " + first.file(),
                        c.frames() + " frames",
                        c.what() + " (" + c.file() + ") is " + c.frames() + " frames long, " + first.file() + " "
                                + first.frames() + ". " + c.remedy()))
                .toList();
        return Answer.ran(counts.size(), "lengths", faults);
    }

    static Answer clipSize(Evidence evidence) {
        Optional<MovieEvidence> movie = evidence.movies().stream()
                .filter(m -> m.origin() == Origin.PROVIDED && m.found().isPresent())
                .findFirst();
        Optional<Resolution> frames = evidence.source().flatMap(CountChecks::size);
        if (movie.isEmpty() || frames.isEmpty()) {
            return Answer.notRun("there is no movie beside the frames, or no frame to compare it with");
        }
        Resolution found = movie.get().found().map(MovieFacts::size).orElseThrow();
        Resolution size = frames.get();
        List<Fault> faults = found.equals(size)
                ? List.of()
                : List.of(new Fault(
                        movie.get().file(),
                        size + ", as the frames",
                        found.toString(),
                        "The movie that came with the frames is " + found + ", the frames are " + size
                                + ". The plates follow the frames; see whether both show the same clip."));
        return Answer.ran(1, "movies", faults);
    }

    /** Whatever could be counted, the picture that came first: what everything else has to agree with. */
    private static List<Count> counts(Evidence evidence) {
        List<Count> counts = new ArrayList<>();
        evidence.source()
                .map(s -> count(s, s.isOfFiles() ? "Fetch the archive again." : "Fetch the movie again."))
                .ifPresent(counts::add);
        evidence.movies().stream().filter(m -> m.origin() == Origin.PROVIDED).forEach(m -> m.found()
                .map(f -> evidence.source().filter(s -> !s.isOfFiles()).isPresent() ? again(m, f) : count(m, f))
                .ifPresent(counts::add));
        evidence.plates().map(p -> count(p, "Make the deliverables again.")).ifPresent(counts::add);
        evidence.movies().stream()
                .filter(m -> m.origin() == Origin.WRITTEN)
                .forEach(m -> m.found().map(f -> count(m, f)).ifPresent(counts::add));
        evidence.expected().rate().ifPresent(rate -> evidence.sounds().stream()
                .filter(s -> s.conform().isEmpty())
                .forEach(s -> s.found().map(f -> count(s, f, rate)).ifPresent(counts::add)));
        return counts;
    }

    private static Count count(FrameSet set, String remedy) {
        return new Count(
                "The sequence of " + set.noun() + "s", set.name(), set.frames().size(), remedy);
    }

    /** A movie that is all there is, read a second time. */
    private static Count again(MovieEvidence movie, MovieFacts found) {
        return new Count(
                "The movie, decoded again",
                movie.file(),
                found.frames(),
                "It is not what it was when the deliverables were made: make them again.");
    }

    private static Count count(MovieEvidence movie, MovieFacts found) {
        return movie.origin() == Origin.PROVIDED
                ? new Count(
                        "The movie that came with the frames",
                        movie.file(),
                        found.frames(),
                        "Movie and frames may not be the same clip: look at both before anything is made of them.")
                : new Count(
                        "The movie \"" + movie.name() + "\"",
                        movie.file(),
                        found.frames(),
                        "Make the deliverables again.");
    }

    private static Count count(SoundEvidence sound, SoundFacts found, FrameRate rate) {
        long frames = Math.round(found.samples() / (rate.seconds(1) * found.sampleRate()));
        return new Count("The sound \"" + sound.name() + "\"", sound.file(), frames, "Make the deliverables again.");
    }

    private static Optional<Resolution> size(FrameSet set) {
        return set.frames().stream()
                .flatMap(f -> f.header().stream())
                .map(ExrHeader::size)
                .findFirst();
    }
}
