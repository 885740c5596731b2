// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FileEvidence.Archive;
import com.platewright.qc.evidence.FileEvidence.Failure;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.FrameSet.Frame;
import com.platewright.qc.evidence.FrameSet.ReadBack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether every file could be decoded, or was forgotten. */
final class FileChecks {
    private static final String WHOLE = "decodes from end to end";

    private FileChecks() {}

    static Answer decodes(Evidence evidence) {
        List<Fault> faults = new ArrayList<>();
        Set<String> failed = new TreeSet<>();
        evidence.files().archive().ifPresent(archive -> archive.damaged().forEach(entry -> {
            failed.add(entry.file());
            faults.add(damaged(archive, entry));
        }));
        evidence.files().failures().stream()
                .filter(f -> failed.add(f.file()))
                .map(FileChecks::broken)
                .forEach(faults::add);
        evidence.sets().stream().flatMap(s -> forgotten(s, failed).stream()).forEach(faults::add);
        Map<String, Boolean> files = moviesAndSounds(evidence);
        files.forEach((file, decoded) -> {
            if (!decoded && !failed.contains(file)) {
                faults.add(forgotten(file, file));
            }
        });
        evidence.sets().stream().filter(FrameSet::isOfFiles).forEach(s -> s.frames()
                .forEach(f -> files.put(f.file(), isDecoded(f))));
        failed.forEach(f -> files.put(f, false));
        long decoded = files.values().stream().filter(d -> d).count();
        return files.isEmpty()
                ? Answer.notRun("no file was decoded")
                : new Answer.Ran(decoded, files.size(), "files", faults);
    }

    /** By file, and whether anything came out of it. */
    private static Map<String, Boolean> moviesAndSounds(Evidence evidence) {
        Map<String, Boolean> files = new LinkedHashMap<>();
        evidence.movies().forEach(m -> files.put(m.file(), m.found().isPresent()));
        evidence.sounds().forEach(s -> files.put(s.file(), s.found().isPresent()));
        return files;
    }

    /** A frame that we wrote counts by what was read back from its file, not by what was measured before. */
    private static boolean isDecoded(Frame frame) {
        return frame.readBack()
                .map(ReadBack::read)
                .map(Optional::isPresent)
                .orElse(frame.measure().isPresent());
    }

    private static Optional<Fault> forgotten(FrameSet set, Set<String> failed) {
        List<Integer> frames = set.frames().stream()
                .filter(f -> !isDecoded(f) && !failed.contains(f.file()))
                .map(Frame::number)
                .toList();
        return frames.isEmpty()
                ? Optional.empty()
                : Optional.of(forgotten(FrameRuns.named(set.noun(), frames), set.name()));
    }

    private static Fault damaged(Archive archive, Failure entry) {
        return new Fault(
                entry.file(),
                "an entry that is whole",
                entry.what(),
                "The entry " + entry.file() + " of " + archive.file() + " is damaged: " + entry.what()
                        + ". Fetch the archive again.");
    }

    private static Fault broken(Failure failure) {
        return new Fault(
                failure.file(),
                WHOLE,
                failure.what(),
                failure.file() + " does not decode from end to end: " + failure.what()
                        + ". If it was delivered, fetch it again; if we wrote it, make the deliverables again.");
    }

    private static Fault forgotten(String where, String file) {
        String name = where.equals(file) ? file : where + " of " + file;
        return new Fault(
                where,
                WHOLE,
                "never decoded",
                "Nothing was decoded of " + name + ", so nothing can be said of it. Run the checks again.");
    }
}
