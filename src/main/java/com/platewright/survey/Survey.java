// SPDX-License-Identifier: Apache-2.0
package com.platewright.survey;

import com.platewright.archive.ArchiveException;
import com.platewright.archive.FrameArchive;
import com.platewright.archive.FrameEntry;
import com.platewright.archive.MediaKind;
import com.platewright.delivery.ArchiveFrames;
import com.platewright.delivery.DamagedFramesException;
import com.platewright.frame.FrameMeasure;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import com.platewright.media.exr.ExrReader;
import com.platewright.media.movie.MovieProbe;
import com.platewright.media.sound.SoundProbe;
import com.platewright.pass.FramePass;
import com.platewright.pass.SourceFrame;
import com.platewright.qc.Judge;
import com.platewright.qc.QcReport;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.FileEvidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.shot.FrameRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** One look at files that belong to one clip: at most one sequence of frames, any number of movies and sounds. */
public final class Survey {
    private final SurveyRules rules;
    private final int workers;
    private final IntConsumer onFrame;
    private final List<String> damages = new ArrayList<>();
    private final List<FileEvidence.Failure> failures = new ArrayList<>();
    private Evidence evidence = Evidence.of(Expectation.NONE);

    /**
     * What was found.
     *
     * @param damages a sentence for everything that could not be read
     */
    public record Found(QcReport report, List<String> damages) {
        public Found {
            damages = List.copyOf(damages);
        }
    }

    /**
     * A survey that is ready to run.
     *
     * @param workers frames that are decoded at a time
     * @param onFrame told how many frames are done, from any thread
     */
    public Survey(SurveyRules rules, int workers, IntConsumer onFrame) {
        this.rules = rules;
        this.workers = workers;
        this.onFrame = onFrame;
    }

    /**
     * Decodes everything from its first sample to its last, and judges. Runs once.
     *
     * @param files archives, folders and single files, as they were named
     * @throws CrowdedException there is more than one sequence of frames
     * @throws IOException the storage refuses; a file that does not decode is a finding, no exception
     */
    public Found run(List<Path> files) throws CrowdedException, IOException, InterruptedException {
        List<Path> sequences = new ArrayList<>();
        for (Path file : files) {
            if (isFrames(file)) {
                sequences.add(file);
            }
        }
        if (sequences.size() > 1) {
            throw new CrowdedException(sequences);
        }
        for (Path file : files) {
            try {
                look(file, sequences.contains(file));
            } catch (DamagedFramesException e) {
                damages.addAll(e.damages());
                e.damages().forEach(d -> failures.add(new FileEvidence.Failure(file.toString(), clause(file, d))));
            } catch (ArchiveException | MediaException e) {
                String message = String.valueOf(e.getMessage());
                damages.add(message);
                failures.add(new FileEvidence.Failure(file.toString(), clause(file, message)));
            }
        }
        Evidence all = evidence.withFiles(new FileEvidence(evidence.files().archive(), failures));
        return new Found(Judge.judge(all, rules.severities(), rules.limits()), damages);
    }

    private static boolean isFrames(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return true;
        }
        return switch (MediaKind.of(file)) {
            case ZIP, EXR, HTML, EMPTY -> true;
            default -> false;
        };
    }

    private void look(Path file, boolean frames) throws IOException, InterruptedException {
        String name = file.toString();
        if (frames) {
            frames(file);
        } else if (MovieProbe.hasPicture(file)) {
            evidence = evidence.withMovie(MovieEvidence.examined(name, Optional.of(MovieProbe.probe(file, workers))));
        } else {
            evidence = evidence.withSound(SoundEvidence.examined(name, Optional.of(SoundProbe.probe(file))));
        }
    }

    private void frames(Path file) throws IOException, InterruptedException {
        try (FrameArchive archive = FrameArchive.open(file, rules.archive())) {
            ArchiveFrames source = ArchiveFrames.of(archive);
            ExrHeader header = source.header();
            FramePass.Format format = new FramePass.Format(header.size(), ExrReader.sampleFor(header));
            FramePass.Findings findings =
                    new FramePass(source, List.of(), FrameRange.of(0, source.count()), format).run(workers, onFrame);
            evidence = evidence.withSource(
                    FrameSet.source(archive.frames().pattern(), Optional.empty(), set(archive, source, findings)));
            evidence = evidence.withFiles(new FileEvidence(
                    Optional.of(new FileEvidence.Archive(
                            file.toString(),
                            archive.frames().gaps(),
                            archive.ignored().others(),
                            List.of())),
                    List.of()));
        }
    }

    /** All frames under their own numbers; those that did not decode stand there without header and measure. */
    private List<FrameSet.Frame> set(FrameArchive archive, ArchiveFrames source, FramePass.Findings findings) {
        Map<Integer, SourceFrame> decoded = new TreeMap<>();
        findings.frames().forEach(f -> decoded.put(f.index(), f));
        Iterator<String> sentences = findings.damaged().iterator();
        damages.addAll(findings.damaged());
        List<FrameSet.Frame> frames = new ArrayList<>();
        for (int i = 0; i < source.count(); i++) {
            FrameEntry entry = archive.frames().list().get(i);
            Optional<SourceFrame> frame = Optional.ofNullable(decoded.get(i));
            if (frame.isEmpty()) {
                failures.add(new FileEvidence.Failure(entry.name(), clause(archive.source(), sentences.next())));
            }
            frames.add(new FrameSet.Frame(
                    entry.number(),
                    entry.name(),
                    frame.flatMap(SourceFrame::header),
                    frame.map(f -> new FrameMeasure(
                            entry.number(), f.measure().channels(), f.measure().pixels())),
                    Optional.empty()));
        }
        return frames;
    }

    /** A sentence as it goes on after the file's name and a colon. */
    private static String clause(Path file, String sentence) {
        String rest = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        for (String name : List.of(file.toString(), String.valueOf(file.getFileName()))) {
            if (rest.startsWith(name + ": ")) {
                return rest.substring(name.length() + 2);
            }
        }
        return rest;
    }
}
