// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Files and folders that appear whole, or not at all. */
public final class Folders {
    private Folders() {}

    /** Renames a folder to where none was before; false where one was. */
    public static boolean move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            return false;
        } catch (FileSystemException e) {
            if (Files.exists(to) && Files.exists(from)) {
                return false;
            }
            throw e;
        }
        sync(Objects.requireNonNull(to.toAbsolutePath().getParent(), "a folder below the state folder"));
        return true;
    }

    /** Writes a file and makes its bytes durable. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        sync(file);
    }

    /** Makes a file's bytes, or a folder's names, durable. */
    public static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
