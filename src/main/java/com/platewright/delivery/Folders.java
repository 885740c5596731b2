// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.files.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders of a version in the making. */
final class Folders {
    private Folders() {}

    /** Makes the folder of a file. */
    static void above(Path file) throws StorageException {
        try {
            Files.createDirectories(file.resolveSibling("."));
        } catch (IOException e) {
            throw StorageException.of("make the folder of", file, e);
        }
    }
}
