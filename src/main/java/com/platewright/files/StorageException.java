// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The storage would not do it: full, forbidden, read-only, gone, unsuitable or failing. The message is a sentence with
 * the path, the system's own words and a remedy. It says nothing about the content of files.
 */
public final class StorageException extends IOException {
    private static final long serialVersionUID = 1;

    /** What kind of trouble it is, as told from the exception's type and, in English locales, the system's words. */
    public enum Trouble {
        FULL("the disk is full", "Make room there, then run the same command again.", "no space left"),
        QUOTA("the disk quota is used up", "Make room or ask for a larger quota, then run again.", "quota exceeded"),
        PERMISSION("it is not permitted", "Check the owner and mode of this path and its folder.", "permission denied"),
        READ_ONLY("the file system is read-only", "Mount it writable or choose another root.", "read-only file system"),
        MISSING("it is not there", "Check that the storage is mounted and the path is right.", "no such file"),
        GONE("the file server has lost it", "Mount the storage again, then run again.", "stale (nfs )?file handle"),
        UNSUITABLE(
                "this file system cannot do it",
                "Use a file system with hard links and atomic renames, with staging beside the target.",
                "not permitted|not supported|cross-device|too many links|name too long|file too large"),
        HANDLES("too many files are open", "Raise the limit of open files (ulimit -n).", "too many open files"),
        INTERRUPTED("the run was interrupted", "Run the same command again.", NEVER),
        FAULT("the storage failed", "Check the disk or mount; run again then, or on another node.", NEVER);

        private final String says;
        private final String remedy;
        private final Pattern words;

        Trouble(String says, String remedy, String words) {
            this.says = says;
            this.remedy = remedy;
            this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        }
    }

    private static final String NEVER = "(?!)";

    private final Trouble trouble;

    private StorageException(Trouble trouble, String message, Optional<IOException> cause) {
        super(message, cause.orElse(null));
        this.trouble = trouble;
    }

    /**
     * What {@code cause} means for whoever wanted to do {@code doing} with {@code path}.
     *
     * @param doing a verb that fits after "Cannot", such as "write" or "make the folder"
     */
    public static StorageException of(String doing, Path path, IOException cause) {
        if (cause instanceof StorageException known) {
            return known;
        }
        Trouble trouble = classify(cause);
        return new StorageException(
                trouble,
                "Cannot " + doing + " " + path + ": " + trouble.says + " (" + reason(cause) + "). " + trouble.remedy,
                Optional.of(cause));
    }

    /** A finding of our own; {@code message} is the whole sentence. */
    static StorageException because(Trouble trouble, String message) {
        return new StorageException(trouble, message, Optional.empty());
    }

    public Trouble trouble() {
        return trouble;
    }

    private static Trouble classify(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return Trouble.PERMISSION;
        }
        if (cause instanceof NoSuchFileException || cause instanceof NotDirectoryException) {
            return Trouble.MISSING;
        }
        if (cause instanceof AtomicMoveNotSupportedException) {
            return Trouble.UNSUITABLE;
        }
        if (cause instanceof ClosedChannelException) {
            return Trouble.INTERRUPTED;
        }
        String reason = reason(cause);
        for (Trouble trouble : Trouble.values()) {
            if (trouble.words.matcher(reason).find()) {
                return trouble;
            }
        }
        return Trouble.FAULT;
    }

    private static String reason(IOException cause) {
        if (cause instanceof FileSystemException onFile && onFile.getReason() != null) {
            return onFile.getReason();
        }
        String message = cause.getMessage();
        if (cause instanceof FileNotFoundException && message != null && message.endsWith(")")) {
            return message.substring(message.lastIndexOf('(') + 1, message.length() - 1);
        }
        String kind = cause.getClass().getSimpleName();
        return message == null || cause instanceof FileSystemException ? kind : message;
    }
}
