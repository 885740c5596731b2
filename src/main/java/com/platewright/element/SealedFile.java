// SPDX-License-Identifier: Apache-2.0
package com.platewright.element;

import com.platewright.files.Digest;
import com.platewright.files.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
