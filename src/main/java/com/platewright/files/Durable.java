// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Small files and names that are on the disk when the call returns. A reader sees the old content or the new one, never
 * a part. A crash can leave a temporary file behind, which {@link #removeLeftovers} takes away.
 */
public final class Durable {
    private static final String TEMPORARY = ".platewright-";

    private Durable() {}

    /** Puts {@code content} under the name {@code file}, replacing what stood there. */
    public static void write(Path file, byte[] content) throws StorageException {
        Path temporary = temporary(file);
        try {
            fill(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folder(file));
        } catch (IOException e) {
            throw dropped(temporary, StorageException.of("write", file, e));
        }
    }

    /**
     * Puts {@code content} under a name that nobody has yet. Of several that try at once exactly one succeeds, on network
     * storage too, because the name is made by link(2).
     *
     * @throws FileAlreadyExistsException if the name is taken, by whatever
     */
    public static void createNew(Path file, byte[] content) throws FileAlreadyExistsException, StorageException {
        Path temporary = temporary(file);
        try {
            fill(temporary, content);
            boolean ours = link(file, temporary);
            Files.deleteIfExists(temporary);
            if (!ours) {
                throw new FileAlreadyExistsException(file.toString());
            }
            sync(folder(file));
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException e) {
            throw dropped(temporary, StorageException.of("create", file, e));
        }
    }

    /** Gives a synced file its final name in one step, replacing what stood there, and syncs both folders. */
    public static void rename(Path from, Path to) throws StorageException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StorageException.of("rename " + from + " to", to, e);
        }
        sync(folder(to));
        if (!folder(from).equals(folder(to))) {
            sync(folder(from));
        }
    }

    /** Waits until the content of a file, or the names in a folder, are on the disk: fsync(2). */
    public static void sync(Path path) throws StorageException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw StorageException.of("sync", path, e);
        }
    }

    /** Syncs every file and folder of a tree, several at a time: most of an fsync is waiting. */
    public static void syncTree(Path root) throws StorageException {
        TreeSync.run(root);
    }

    /** Deletes the temporary files that a killed run left in {@code folder}, if there is one. The caller must own it. */
    public static void removeLeftovers(Path folder) throws StorageException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path leftover : Listing.matching(folder, TEMPORARY + "*")) {
            try {
                Files.deleteIfExists(leftover);
            } catch (IOException e) {
                throw StorageException.of("delete", leftover, e);
            }
        }
    }

    /**
     * Makes {@code name} a second name of {@code file}; false if it is taken. When the answer of a file server is lost,
     * the link count tells whether the link was made.
     */
    static boolean link(Path name, Path file) throws IOException {
        try {
            Files.createLink(name, file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return linkedTwice(file);
        } catch (UnsupportedOperationException e) {
            throw new IOException("Operation not supported", e);
        } catch (IOException e) {
            if (linkedTwice(file)) {
                return true;
            }
            throw e;
        }
    }

    static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static boolean linkedTwice(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) == 2;
    }

    private static Path temporary(Path file) {
        return folder(file).resolve(TEMPORARY + UUID.randomUUID() + ".tmp");
    }

    /** Not a channel: an interrupt would close that in the middle of a write. */
    private static void fill(Path temporary, byte[] content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
    }

    private static StorageException dropped(Path temporary, StorageException trouble) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            trouble.addSuppressed(e);
        }
        return trouble;
    }
}
