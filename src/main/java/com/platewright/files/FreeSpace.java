// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Asks before a long work starts whether its result will fit. Others write too, so a yes is a hope, not a promise. */
public final class FreeSpace {
    private FreeSpace() {}

    /**
     * Checks that {@code folder}, or where it will be made, has {@code bytes} free for this user.
     *
     * @param purpose what they are for, such as "121 plates of 1920x1080"
     * @throws StorageException {@link StorageException.Trouble#FULL} with both figures if it has not
     */
    public static void require(Path folder, long bytes, String purpose) throws StorageException {
        long free = of(folder);
        if (free < bytes) {
            throw StorageException.because(
                    StorageException.Trouble.FULL,
                    "Not enough room in " + folder + ": " + size(free) + " are free and " + size(bytes)
                            + " are needed for " + purpose + ". Make room there or choose another root.");
        }
    }

    /** Bytes that this user can still write to {@code folder} or, if it is yet to be made, to where it will stand. */
    public static long of(Path folder) throws StorageException {
        Path standing = folder.toAbsolutePath();
        for (Path parent = standing.getParent();
                parent != null && !Files.exists(standing);
                parent = parent.getParent()) {
            standing = parent;
        }
        // By statvfs(3) and not by the mount's name, which a container or a chroot does not always know.
        long free = standing.toFile().getUsableSpace();
        if (free == 0 && !Files.isWritable(standing)) {
            throw StorageException.of(
                    "ask for the free space of", folder, new AccessDeniedException(standing.toString()));
        }
        return free;
    }

    private static String size(long bytes) {
        return bytes < 10_000_000
                ? String.format(Locale.ROOT, "%,d bytes", bytes)
                : String.format(Locale.ROOT, "%,.2f GB", bytes / 1e9);
    }
}
