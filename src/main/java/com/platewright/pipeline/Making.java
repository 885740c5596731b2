// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.delivery.Delivered;
import com.platewright.element.ElementFolder;
import com.platewright.element.Manifest;
import com.platewright.element.Piece;
import com.platewright.element.RecordFile;
import com.platewright.element.SealedFile;
import com.platewright.element.Staging;
import com.platewright.files.Digest;
import com.platewright.files.Listing;
import com.platewright.files.StorageException;
import com.platewright.plan.ShotPlan;
import com.platewright.shot.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is noted on the disk of a version in the making, so that a step that is done is not done again. */
final class Making {
    private final ElementFolder element;
    private final Version version;

    /** A delivery, and the name of its staging folder. */
    record Noted(String staging, Delivered delivered) {}

    /**
     * A verdict.
     *
     * @param rules digest of the checks and limits that were applied
     * @param files as they were examined, and the report
     */
    record Judged(String staging, String rules, boolean passed, int errors, int warnings, List<SealedFile> files) {}

    Making(ElementFolder element, Version version) {
        this.element = element;
        this.version = version;
    }

    /** The folder of these notes. */
    Path folder() {
        return element.making(version);
    }

    /** The delivery that waits in staging with all its files; empty if there is none. */
    Optional<Noted> delivered() throws StorageException {
        return RecordFile.read(folder().resolve("delivered.json"), Noted.class).filter(this::isComplete);
    }

    private boolean isComplete(Noted noted) {
        Path staging = staging(noted.staging());
        for (Delivered.Plate plate : noted.delivered().plates()) {
            if (staging.resolve(plate.path()).toFile().length() != plate.bytes()) {
                return false;
            }
        }
        return noted.delivered().pieces().stream()
                .filter(p -> !p.kind().equals("exr_sequence"))
                .map(Piece::path)
                .allMatch(path -> Files.isRegularFile(staging.resolve(path)));
    }

    /** Notes a delivery. What was judged before it is forgotten first: names of staging folders can come again. */
    void delivered(Path staging, Delivered delivered) throws StorageException {
        forget();
        Noted noted = new Noted(String.valueOf(staging.getFileName()), delivered);
        RecordFile.write(folder().resolve("delivered.json"), noted);
    }

    /** Forgets a delivery that turned out to be no good on the disk, so that the next run makes it anew. */
    void forget() throws StorageException {
        try {
            Files.deleteIfExists(folder().resolve("delivered.json"));
            Files.deleteIfExists(folder().resolve("verified.json"));
        } catch (IOException e) {
            throw StorageException.of("forget a delivery in", folder(), e);
        }
    }

    /** The verdict on a delivery by these rules; empty if there is none. */
    Optional<Judged> judged(Noted noted, ShotPlan plan) throws StorageException {
        return RecordFile.read(folder().resolve("verified.json"), Judged.class)
                .filter(j -> j.staging().equals(noted.staging()) && j.rules().equals(rules(plan)));
    }

    void judged(Judged judged) throws StorageException {
        RecordFile.write(folder().resolve("verified.json"), judged);
    }

    /**
     * Looks whether what would be published is what was judged, file by file; if not, the delivery is forgotten. Reads every
     * byte.
     */
    void confirm(Judged judged) throws ChangedStagingException, StorageException {
        List<String> differences = new ArrayList<>();
        for (SealedFile file : judged.files()) {
            file.difference(staging(judged.staging())).ifPresent(differences::add);
        }
        refuse(differences);
    }

    /** Looks whether anything lies in staging that was not judged; if so, the delivery is forgotten. */
    void refuseStrangers(Judged judged) throws ChangedStagingException, StorageException {
        Path staging = staging(judged.staging());
        Set<Path> known = judged.files().stream()
                .map(file -> staging.resolve(file.path()))
                .collect(Collectors.toCollection(HashSet::new));
        known.add(Manifest.file(staging)); // of a run that was killed before the rename
        refuse(Listing.files(staging).stream()
                .filter(file -> !known.contains(file))
                .map(file -> file + " is not part of it")
                .toList());
    }

    private void refuse(List<String> differences) throws ChangedStagingException, StorageException {
        if (!differences.isEmpty()) {
            forget();
            throw new ChangedStagingException(differences);
        }
    }

    Path staging(String name) {
        return new Staging(element).folder(name);
    }

    /** What a verdict depends on beside the files. */
    static String rules(ShotPlan plan) {
        return Digest.sha256(plan.show().checks() + "\n" + plan.show().limits() + "\n"
                        + plan.show().audio())
                .hex();
    }
}
