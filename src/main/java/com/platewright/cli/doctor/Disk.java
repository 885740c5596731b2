// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.doctor;

import com.platewright.files.FreeSpace;
import com.platewright.files.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** Whether a show's root can hold versions. What is tried is tried in a folder of its own, which is removed again. */
public final class Disk {
    /** Bytes under which even a short clip may not fit: 121 frames of 1920 x 1080 in all deliverables take 2 GB. */
    private static final long LITTLE = 5_000_000_000L;

    private Disk() {}

    public static List<Checkup> look(Path root) {
        Path standing = Machine.nearest(root);
        String where = root + (standing.equals(root.toAbsolutePath()) ? "" : " (yet to be made in " + standing + ")");
        return List.of(room(standing, where), tricks(standing, where));
    }

    private static Checkup room(Path folder, String where) {
        try {
            long free = FreeSpace.of(folder);
            String found = String.format(Locale.ROOT, "%,.1f GB free in %s", free / 1e9, where);
            return free < LITTLE
                    ? Checkup.warn("disk", found, "A clip may not fit: make room or choose another root")
                    : Checkup.ok("disk", found);
        } catch (StorageException e) {
            return Checkup.fail("disk", String.valueOf(e.getMessage()), "Choose another root with --root");
        }
    }

    private static Checkup tricks(Path folder, String where) {
        try {
            Path trial = Files.createTempDirectory(folder, ".platewright-doctor");
            Path file = trial.resolve("file");
            Path link = trial.resolve("link");
            Path moved = trial.resolve("moved");
            try {
                Files.writeString(file, "written to see whether it can be\n");
                Files.createLink(link, file);
                Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
                return Checkup.ok("storage", "writable, hard links and atomic renames work in " + where);
            } finally {
                for (Path each : List.of(file, link, moved, trial)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            return Checkup.fail(
                    "storage",
                    where + ": " + e,
                    "The root has to be writable, with hard links and atomic renames; choose another with --root");
        }
    }
}
