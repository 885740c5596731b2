// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Makes a staged folder the version: everything synced, the condition asked once more, one rename(2), the parent synced.
 * Before it nothing of the version can be seen, after it all of it.
 *
 * <p>rename(2) replaces an <em>empty</em> folder without a word, and an empty folder can be somebody's claim. So the name
 * must be free when looked at just before, and afterwards the folder that stands there must be the staged one (by its
 * inode). The lease keeps other runs out of the moment between; a folder made in that moment by a stranger's mkdir would
 * have been empty, and is the only thing that can ever be replaced.
 */
public final class Publication {
    /** What must be true at the last moment before the rename: that the lease is still ours. */
    public interface Condition {
        void confirm() throws LeaseLostException, StorageException;
    }

    private static final Set<PosixFilePermission> WRITING =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private Publication() {}

    /**
     * Publishes {@code staged} as {@code version}; both on one file system. The published files lose their write
     * permission where the storage knows one, so that nobody edits a version by mistake. The folders keep the modes that the umask gave them:
     * whoever may write there must still be able to retire a version.
     *
     * @throws AlreadyPublishedException if the name {@code version} is taken, even by an empty folder
     * @throws LeaseLostException from {@code condition}; nothing was published then
     */
    public static void publish(Path staged, Path version, Condition condition)
            throws AlreadyPublishedException, LeaseLostException, StorageException {
        Object identity = identity(staged);
        refuseIfTaken(version);
        Durable.syncTree(staged);
        condition.confirm();
        refuseIfTaken(version);
        rename(staged, version, identity);
        Durable.sync(Durable.folder(version));
        Durable.sync(Durable.folder(staged));
        protect(version);
    }

    private static void refuseIfTaken(Path version) throws AlreadyPublishedException, StorageException {
        if (!Files.exists(version, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(version, LinkOption.NOFOLLOW_LINKS)) {
            throw new AlreadyPublishedException(version, "a file or link");
        }
        boolean empty = Listing.matching(version, "*").isEmpty();
        throw new AlreadyPublishedException(version, empty ? "an empty folder" : "a version");
    }

    private static void rename(Path staged, Path version, Object identity)
            throws AlreadyPublishedException, StorageException {
        try {
            Files.move(staged, version, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw StorageException.of("publish " + staged + " in one rename as", version, e);
        } catch (FileSystemException e) {
            if (isThere(version, identity)) {
                return; // the file server did it and its answer was lost
            }
            refuseIfTaken(version);
            throw StorageException.of("publish " + staged + " as", version, e);
        } catch (IOException e) {
            throw StorageException.of("publish " + staged + " as", version, e);
        }
        if (!isThere(version, identity)) {
            throw StorageException.because(
                    StorageException.Trouble.FAULT,
                    "Published " + staged + " as " + version + ", but another folder stands there now. Do not use it"
                            + " before its manifest has been verified.");
        }
    }

    private static boolean isThere(Path version, Object identity) throws StorageException {
        return Files.isDirectory(version, LinkOption.NOFOLLOW_LINKS)
                && identity(version).equals(identity);
    }

    /** Device and inode. */
    private static Object identity(Path folder) throws StorageException {
        try {
            return Objects.requireNonNull(
                    Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .fileKey(),
                    "a POSIX file system gives every folder a key");
        } catch (IOException e) {
            throw StorageException.of("look at", folder, e);
        }
    }

    /**
     * Takes the write permission from a published version's files; also from those that a run had not come to when it was
     * killed. A courtesy, after the fact: some mounts know no modes, and the version is published all the same.
     */
    public static void protect(Path version) {
        try {
            for (Path file : Listing.files(version)) {
                Set<PosixFilePermission> modes = new HashSet<>(Files.getPosixFilePermissions(file));
                if (modes.removeAll(WRITING)) {
                    Files.setPosixFilePermissions(file, modes);
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            return; // nothing depends on it
        }
    }
}
