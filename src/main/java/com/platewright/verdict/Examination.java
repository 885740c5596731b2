// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.delivery.Delivered;
import com.platewright.element.Piece;
import com.platewright.element.SealedFile;
import com.platewright.media.MediaException;
import com.platewright.media.MovieFacts;
import com.platewright.media.SoundFacts;
import com.platewright.media.sound.Conformed;
import com.platewright.media.sound.SoundProbe;
import com.platewright.media.still.StillReader;
import com.platewright.pass.SourceFrame;
import com.platewright.plan.ShotPlan;
import com.platewright.qc.Check;
import com.platewright.qc.Judge;
import com.platewright.qc.Limits;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FileEvidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.shot.Severity;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** One examination: every file of a version is opened and decoded, then everything is judged at once. */
public final class Examination {
    private final Subject subject;
    private final Expected expected;
    private final Exams exams;
    private final List<SealedFile> files = new ArrayList<>();
    private final List<FileEvidence.Failure> failures = new ArrayList<>();

    private Examination(Subject subject, Exams exams) throws IOException {
        this.subject = subject;
        this.exams = exams;
        this.expected = new Expected(subject.plan(), subject.delivered());
    }

    /**
     * Examines and judges a version in the making.
     *
     * @param exams that may have begun already, in the folder of the subject
     * @param onPlate told how many plates are examined, from any thread
     * @throws IOException the storage refuses; a file that does not decode is a finding, no exception
     */
    public static Examined of(Subject subject, Exams exams, IntConsumer onPlate)
            throws IOException, InterruptedException {
        return new Examination(subject, exams).run(onPlate);
    }

    private Examined run(IntConsumer onPlate) throws IOException, InterruptedException {
        exams.takeAllWorkers();
        beginMovies();
        Evidence evidence = Evidence.of(expected.clip()).withSource(source());
        evidence = plates(evidence, onPlate);
        if (subject.clip().movie().isPresent()) {
            Path movie = subject.clip().movie().get();
            evidence = evidence.withMovie(MovieEvidence.provided(String.valueOf(movie.getFileName()), movie(movie)));
        }
        for (Piece piece : subject.delivered().pieces()) {
            evidence = piece(evidence, piece);
        }
        for (Delivered.Track track : subject.delivered().sound()) {
            evidence = evidence.withSound(supplied(track));
        }
        evidence = evidence.withFiles(new FileEvidence(archive(), failures));
        return new Examined(Judge.judge(evidence, severities(), limits()), files);
    }

    /** What one decoder leaves of the cores, another uses, and so do the plates. */
    private void beginMovies() {
        subject.clip().movie().ifPresent(exams::begin);
        for (Piece piece : subject.delivered().pieces()) {
            if (plan().deliverables().get(piece.name()) instanceof Deliverable.Movie) {
                exams.begin(subject.folder().resolve(piece.path()));
            }
        }
    }

    /** The frames under their own numbers, in which a gap can be seen; those of a movie count from 0. */
    private FrameSet source() {
        Delivered.Source source = subject.delivered().source();
        List<FrameSet.Frame> frames = new ArrayList<>();
        for (SourceFrame frame : source.frames()) {
            int number = source.numbers().get(frame.index());
            frames.add(new FrameSet.Frame(
                    number,
                    frame.name(),
                    frame.header(),
                    Optional.of(frame.measure().as(number)),
                    Optional.empty()));
        }
        return source.displayed()
                .map(d -> FrameSet.movie(source.name(), new FrameSet.Display(d.space(), d.hdr(), d.notes()), frames))
                .orElseGet(() -> FrameSet.source(source.name(), expected.sourceColour(), frames));
    }

    /** All sequences are decoded; the first is what the checks of plates look at. */
    private Evidence plates(Evidence evidence, IntConsumer onPlate) throws IOException, InterruptedException {
        List<PlateExam.Result> results = exams.plates()
                .results(
                        subject.delivered().plates(),
                        subject.delivered().source().size(),
                        onPlate);
        Optional<String> first = expected.sequenceName();
        List<FrameSet.Frame> frames = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            PlateExam.Result result = results.get(i);
            files.add(result.sealed());
            result.failure().ifPresent(failures::add);
            Delivered.Plate plate = subject.delivered().plates().get(i);
            if (first.equals(Optional.of(plate.piece()))) {
                frames.add(result.frame());
            } else if (!result.sealed().xxh128().equals(plate.xxh128())) {
                failures.add(new FileEvidence.Failure(plate.path(), "its bytes are not those that were written"));
            }
        }
        return first.isEmpty()
                ? evidence
                : evidence.withPlates(FrameSet.plates(pattern(first.get()), expected.plateColour(), frames));
    }

    private String pattern(String piece) {
        return subject.delivered().pieces().stream()
                .filter(p -> p.name().equals(piece))
                .map(Piece::path)
                .findFirst()
                .orElse(piece);
    }

    private Evidence piece(Evidence evidence, Piece piece) throws IOException, InterruptedException {
        Deliverable wanted = plan().deliverables().get(piece.name());
        Path file = subject.folder().resolve(piece.path());
        if (wanted instanceof Deliverable.Movie movie) {
            files.add(SealedFile.of(subject.folder(), piece.path()));
            return evidence.withMovie(
                    MovieEvidence.written(piece.name(), piece.path(), expected.movie(movie), movie(file)));
        }
        if (wanted instanceof Deliverable.SoundFile) {
            files.add(SealedFile.of(subject.folder(), piece.path()));
            return evidence.withSound(SoundEvidence.written(
                    piece.name(), piece.path(), expected.wave(track(piece)), sound(file, piece.path())));
        }
        if (wanted instanceof Deliverable.ContactSheet) {
            files.add(SealedFile.of(subject.folder(), piece.path()));
            still(file, piece.path());
        }
        return evidence;
    }

    /** The track of a WAV file: the only one, or the one that its name ends with. */
    private Delivered.Track track(Piece piece) {
        List<Delivered.Track> tracks = subject.delivered().sound();
        return tracks.stream()
                .filter(t -> piece.path().endsWith("_" + t.name() + ".wav"))
                .findFirst()
                .orElse(tracks.get(0));
    }

    private Optional<MovieFacts> movie(Path file) throws IOException, InterruptedException {
        try {
            return Optional.of(exams.movies().result(file));
        } catch (MediaException e) {
            failures.add(new FileEvidence.Failure(String.valueOf(file.getFileName()), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<SoundFacts> sound(Path file, String name) throws IOException {
        try {
            return Optional.of(SoundProbe.probe(file));
        } catch (MediaException e) {
            failures.add(new FileEvidence.Failure(name, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void still(Path file, String name) throws IOException {
        try {
            StillReader.read(file);
        } catch (MediaException e) {
            failures.add(new FileEvidence.Failure(name, String.valueOf(e.getMessage())));
        }
    }

    private static SoundEvidence supplied(Delivered.Track track) {
        Conformed done = track.conformed();
        return SoundEvidence.supplied(
                track.name(),
                track.file(),
                Optional.of(track.found()),
                new SoundEvidence.Conform(
                        done.toRate(),
                        done.resampled() ? Optional.of(done.fromRate()) : Optional.empty(),
                        done.offset(),
                        done.padded(),
                        done.trimmed()));
    }

    private Optional<FileEvidence.Archive> archive() {
        Delivered.Source source = subject.delivered().source();
        return source.displayed().isPresent()
                ? Optional.empty()
                : Optional.of(new FileEvidence.Archive(source.name(), source.gaps(), source.ignored(), List.of()));
    }

    /** A gap in what came cannot be relaxed: what stands behind it would be delivered under wrong numbers. */
    private Map<Check, Severity> severities() {
        Map<Check, Severity> severities =
                new EnumMap<>(Check.severities(plan().show().checks()));
        if (!subject.delivered().source().gaps().isEmpty()) {
            severities.put(Check.SEQUENCE_GAPS, Severity.ERROR);
        }
        return severities;
    }

    private Limits limits() {
        ShowConfig.Limits limits = plan().show().limits();
        return new Limits(limits.negativeShare(), limits.negativeLowest(), limits.outsideShare());
    }

    private ShotPlan plan() {
        return subject.plan();
    }
}
