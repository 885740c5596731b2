// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads and judges a zip's central directory, entry by entry and as a whole. */
final class ZipDirectory {
    /** Bytes of a directory that no honest clip needs: 20,000 names of 3 kB. */
    private static final long LARGEST = 64L << 20;
    /** Encrypted, patched, strongly encrypted, masked: APPNOTE 4.4.4, bits 0, 5, 6 and 13. */
    private static final int ENCRYPTED = 1 | (1 << 6) | (1 << 13);

    private static final int PATCHED = 1 << 5;
    /** File types in the mode that Unix programs put into the upper half of the external attributes. */
    private static final int TYPE = 0170000;

    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;

    private final ArchiveFile file;
    private final ArchiveLimits limits;
    private final ZipExtents extents;
    private final Map<String, EntryName> seen = new HashMap<>();
    private long total;

    private ZipDirectory(ArchiveFile file, ArchiveLimits limits) {
        this.file = file;
        this.limits = limits;
        this.extents = new ZipExtents(file);
    }

    /** All entries, folders and litter included, each of them judged. */
    static List<ZipMember> read(ArchiveFile file, ArchiveLimits limits) throws ArchiveException, StorageException {
        EndRecord end = EndRecord.read(file);
        if (end.entries() > limits.entries() || end.size() > LARGEST) {
            throw ArchiveException.unsafe(
                    file.path(),
                    "expected at most " + limits.entries() + " entries, found " + end.entries() + " in a directory of "
                            + end.size() + " bytes");
        }
        ZipDirectory directory = new ZipDirectory(file, limits);
        List<ZipMember> members = new ArrayList<>();
        for (ZipArchiveEntry entry : directory.entries(end)) {
            members.add(directory.judged(entry));
        }
        directory.extents.check(end.directory());
        return members;
    }

    private List<ZipArchiveEntry> entries(EndRecord end) throws ArchiveException, StorageException {
        List<ZipArchiveEntry> entries;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new ArchiveChannel(file))
                .setIgnoreLocalFileHeader(true)
                .setUseUnicodeExtraFields(false)
                .get()) {
            entries = Collections.list(zip.getEntries());
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
        if (entries.size() != end.entries()) {
            throw ArchiveException.damaged(
                    file.path(),
                    "expected " + end.entries() + " entries in the central directory, found " + entries.size());
        }
        return entries;
    }

    /** The library wraps what it met, be it bad bytes or a bad disk. */
    private ArchiveException unreadable(Exception met) throws StorageException {
        Throwable cause = met;
        while (cause.getCause() != null && !(cause instanceof StorageException)) {
            cause = cause.getCause();
        }
        if (cause instanceof StorageException trouble) {
            throw trouble;
        }
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return ArchiveException.damaged(file.path(), "the central directory cannot be read: " + why);
    }

    private ZipMember judged(ZipArchiveEntry entry) throws ArchiveException, StorageException {
        EntryName name = EntryName.of(entry.getName());
        judgeName(name);
        judgeKind(entry, name);
        judgeSize(entry, name);
        LocalHeader.Place place = LocalHeader.check(file, entry, name);
        extents.add(name, entry.getLocalHeaderOffset(), place.end());
        boolean deflated = entry.getMethod() == ZipArchiveEntry.DEFLATED;
        ZipMember member =
                new ZipMember(name, entry.getSize(), entry.getCompressedSize(), entry.getCrc(), deflated, place.data());
        judgeNesting(member);
        return member;
    }

    private void judgeName(EntryName name) throws ArchiveException {
        Optional<String> danger = name.danger();
        if (danger.isPresent()) {
            throw unsafe(name, danger.get());
        }
        EntryName twin = seen.put(name.collisionKey(), name);
        if (twin != null) {
            throw unsafe(name, "has the same name as " + twin + ", at least on some file systems");
        }
    }

    private void judgeKind(ZipArchiveEntry entry, EntryName name) throws ArchiveException {
        int type = (int) (entry.getExternalAttributes() >> 16) & TYPE;
        if (type != 0 && type != (name.isFolder() ? FOLDER : REGULAR)) {
            throw unsafe(name, "is a link or another kind of file that is not a regular one");
        }
        int flags = entry.getRawFlag();
        if ((flags & ENCRYPTED) != 0) {
            throw unsupported(name, "is encrypted");
        }
        boolean known = entry.getMethod() == ZipArchiveEntry.STORED || entry.getMethod() == ZipArchiveEntry.DEFLATED;
        if (!known || (flags & PATCHED) != 0) {
            throw unsupported(
                    name, "is packed by method " + entry.getMethod() + "; stored (0) and deflated (8) are read");
        }
        if (entry.getDiskNumberStart() != 0) {
            throw unsupported(name, "begins in another part of a split archive");
        }
    }

    private void judgeSize(ZipArchiveEntry entry, EntryName name) throws ArchiveException {
        long size = entry.getSize();
        long packed = entry.getCompressedSize();
        if (size < 0 || packed < 0 || (entry.getMethod() == ZipArchiveEntry.STORED && size != packed)) {
            throw ArchiveException.damaged(file.path(), "entry " + name + ": " + packed + " bytes cannot hold " + size);
        }
        total += size;
        if (size > limits.entryBytes() || total > limits.totalBytes()) {
            throw unsafe(
                    name,
                    "has " + size + " bytes unpacked, of " + total + " so far; the limits are " + limits.entryBytes()
                            + " and " + limits.totalBytes());
        }
    }

    private void judgeNesting(ZipMember member) throws ArchiveException, StorageException {
        boolean zip = member.name().isArchive();
        if (!zip && !member.deflated() && member.size() >= 4) {
            ByteBuffer start = file.bytes(member.data(), 4);
            zip = start.getInt(0) == LocalHeader.SIGNATURE;
        }
        if (zip) {
            throw unsafe(member.name(), "is an archive itself");
        }
    }

    private ArchiveException unsafe(EntryName name, String what) {
        return ArchiveException.unsafe(file.path(), "entry " + name + " " + what);
    }

    private ArchiveException unsupported(EntryName name, String what) {
        return ArchiveException.unsupported(file.path(), "entry " + name + " " + what);
    }
}
