// SPDX-License-Identifier: Apache-2.0
package com.platewright.element;

import com.platewright.files.Digest;
import com.platewright.files.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of a version and what it holds.
 *
 * @param path relative to the version's folder
 * @param xxh128 XXH3-128 of its bytes, as {@code xxh128sum} prints it
 */
public record SealedFile(String path, long bytes, String xxh128) {
    /** Reads a whole file. */
    public static SealedFile of(Path folder, String path) throws StorageException {
        Path file = folder.resolve(path);
        try {
            return new SealedFile(path, Files.size(file), Digest.of(file).hex());
        } catch (IOException e) {
            throw StorageException.of("read", file, e);
        }
    }

    /** A sentence if the file is not what it was; empty if it is. Reads every byte. */
    public Optional<String> difference(Path folder) throws StorageException {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.of(file + " is missing");
        }
        SealedFile now = of(folder, path);
        return now.equals(this)
                ? Optional.empty()
                : Optional.of(file + " has " + now.bytes + " bytes with xxh128 " + now.xxh128 + ", expected " + bytes
                        + " bytes and " + xxh128);
    }
}
