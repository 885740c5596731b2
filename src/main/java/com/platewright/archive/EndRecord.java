// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.nio.ByteBuffer;

/**
 * Where a zip says that its central directory is: the record at its end, and the one of zip64 before that (APPNOTE 6.3,
 * 4.3.14 to 4.3.16).
 *
 * @param entries number of entries
 * @param directory offset of the central directory
 * @param size bytes of the central directory
 */
record EndRecord(long entries, long directory, long size) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int LOCATOR = 0x07064b50;
    private static final int SIGNATURE_64 = 0x06064b50;
    private static final int LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LENGTH_64 = 56;
    private static final int LONGEST_COMMENT = 0xffff;

    static EndRecord read(ArchiveFile file) throws ArchiveException, StorageException {
        int length = (int) Math.min(file.size(), LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = file.bytes(file.size() - length, length);
        int in = length - LENGTH;
        while (in >= 0 && tail.getInt(in) != SIGNATURE) {
            in--;
        }
        if (in < 0) {
            throw ArchiveException.damaged(
                    file.path(), "the end record of the zip is missing from its " + file.size() + " bytes");
        }
        long at = file.size() - length + in;
        ByteBuffer record = tail.slice(in, LENGTH).order(tail.order());
        long end = at + LENGTH + Short.toUnsignedInt(record.getShort(20));
        if (end != file.size()) {
            throw ArchiveException.damaged(
                    file.path(), "expected the zip to end at byte " + end + ", found " + file.size() + " bytes");
        }
        refuseSplit(
                file, record.getShort(4) != 0 || record.getShort(6) != 0 || record.getShort(8) != record.getShort(10));
        EndRecord small = new EndRecord(
                Short.toUnsignedInt(record.getShort(10)),
                Integer.toUnsignedLong(record.getInt(16)),
                Integer.toUnsignedLong(record.getInt(12)));
        long locator = at - LOCATOR_LENGTH;
        boolean is64 = locator >= 0 && file.bytes(locator, LOCATOR_LENGTH).getInt(0) == LOCATOR;
        return is64 ? read64(file, locator, small) : endingAt(at, small, file);
    }

    /** What the small record does not leave to zip64 must be the same in both: readers differ in which one they ask. */
    private static EndRecord read64(ArchiveFile file, long locator, EndRecord small)
            throws ArchiveException, StorageException {
        ByteBuffer where = file.bytes(locator, LOCATOR_LENGTH);
        refuseSplit(file, where.getInt(4) != 0 || where.getInt(16) > 1);
        long at = where.getLong(8);
        if (at < 0 || at > locator - LENGTH_64) {
            throw ArchiveException.damaged(
                    file.path(), "the zip64 end record is said to be at byte " + at + ", outside");
        }
        ByteBuffer record = file.bytes(at, LENGTH_64);
        if (record.getInt(0) != SIGNATURE_64 || at + 12 + record.getLong(4) != locator) {
            throw ArchiveException.damaged(
                    file.path(), "no zip64 end record at byte " + at + ", where it is said to be");
        }
        refuseSplit(file, record.getInt(16) != 0 || record.getInt(20) != 0 || record.getLong(24) != record.getLong(32));
        EndRecord large = new EndRecord(record.getLong(32), record.getLong(48), record.getLong(40));
        if (differ(small.entries, large.entries, 0xffff)
                || differ(small.directory, large.directory, 0xffff_ffffL)
                || differ(small.size, large.size, 0xffff_ffffL)) {
            throw ArchiveException.unsafe(file.path(), "its two end records describe two different archives");
        }
        return endingAt(at, large, file);
    }

    private static EndRecord endingAt(long end, EndRecord found, ArchiveFile file) throws ArchiveException {
        if (found.directory < 0 || found.size < 0 || found.entries < 0 || found.directory + found.size != end) {
            throw ArchiveException.damaged(
                    file.path(),
                    "expected the central directory to end at byte " + end + ", found " + found.size + " bytes from "
                            + found.directory + " on");
        }
        return found;
    }

    private static boolean differ(long small, long large, long leftToZip64) {
        return small != leftToZip64 && small != large;
    }

    private static void refuseSplit(ArchiveFile file, boolean split) throws ArchiveException {
        if (split) {
            throw ArchiveException.unsupported(file.path(), "it is one part of a split archive");
        }
    }
}
