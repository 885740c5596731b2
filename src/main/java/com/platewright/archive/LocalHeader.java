// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.nio.ByteBuffer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The header before an entry's bytes (APPNOTE 6.3, 4.3.7), which must say what the central directory says: programs that
 * read forward believe this one, others the directory.
 */
final class LocalHeader {
    static final int SIGNATURE = 0x04034b50;
    static final int DESCRIPTOR_FLAG = 1 << 3;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LENGTH = 30;
    private static final int ZIP64 = 1;
    private static final int CRC = 14;
    private static final int PACKED = 18;
    private static final int SIZE = 22;
    private static final long OVERFLOW = 0xffff_ffffL;

    /** Where an entry's packed bytes begin, and where all that belongs to it ends. */
    record Place(long data, long end) {}

    private final ArchiveFile file;
    private final ZipArchiveEntry central;
    private final EntryName name;
    private final ByteBuffer header;
    private final boolean sameName;
    private final long data;

    private LocalHeader(ArchiveFile file, ZipArchiveEntry central, EntryName name)
            throws ArchiveException, StorageException {
        this.file = file;
        this.central = central;
        this.name = name;
        long start = central.getLocalHeaderOffset();
        byte[] expected = central.getRawName();
        this.header = within(start, LENGTH + expected.length);
        if (header.getInt(0) != SIGNATURE) {
            throw damaged("no local header at byte " + start + ", where the central directory says it is");
        }
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        int extraLength = Short.toUnsignedInt(header.getShort(28));
        this.sameName = nameLength == expected.length
                && header.slice(LENGTH, nameLength).equals(ByteBuffer.wrap(expected));
        this.data = start + LENGTH + nameLength + extraLength;
    }

    /** Checks one entry against the directory. */
    static Place check(ArchiveFile file, ZipArchiveEntry central, EntryName name)
            throws ArchiveException, StorageException {
        LocalHeader local = new LocalHeader(file, central, name);
        local.compare();
        return new Place(local.data, local.end());
    }

    private void compare() throws ArchiveException, StorageException {
        if (!sameName) {
            throw differs("another name");
        }
        if (Short.toUnsignedInt(header.getShort(6)) != central.getRawFlag()) {
            throw differs("other flags");
        }
        if (Short.toUnsignedInt(header.getShort(8)) != central.getMethod()) {
            throw differs("another method");
        }
        boolean later = isLater();
        if (!later && Integer.toUnsignedLong(header.getInt(CRC)) != central.getCrc()) {
            throw differs("another CRC-32");
        }
        compareSize(PACKED, central.getCompressedSize(), later);
        compareSize(SIZE, central.getSize(), later);
    }

    private void compareSize(int at, long expected, boolean later) throws ArchiveException, StorageException {
        long small = Integer.toUnsignedLong(header.getInt(at));
        boolean open = later && (small == 0 || small == OVERFLOW);
        if (!open && size(at) != expected) {
            throw differs("another size");
        }
    }

    /** Whether what a writer did not know yet stands behind the bytes. */
    private boolean isLater() {
        return hasDescriptor() && header.getInt(CRC) == 0;
    }

    private boolean hasDescriptor() {
        return (header.getShort(6) & DESCRIPTOR_FLAG) != 0;
    }

    /** The packed or unpacked size, from the zip64 extra field if the header has no room for it. */
    private long size(int at) throws ArchiveException, StorageException {
        long small = Integer.toUnsignedLong(header.getInt(at));
        if (small != OVERFLOW) {
            return small;
        }
        long extraStart = data - Short.toUnsignedInt(header.getShort(28));
        ByteBuffer extra = within(extraStart, (int) (data - extraStart));
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int length = Short.toUnsignedInt(extra.getShort());
            if (length > extra.remaining()) {
                break;
            }
            if (id == ZIP64 && length >= 16) {
                return extra.getLong(extra.position() + (at == SIZE ? 0 : 8));
            }
            extra.position(extra.position() + length);
        }
        throw damaged("its local header leaves the size to a zip64 field that it does not have");
    }

    /** Behind the packed bytes and, if there is one, the data descriptor. */
    private long end() throws ArchiveException, StorageException {
        long end = data + central.getCompressedSize();
        if (end < data || end > file.size()) {
            throw damaged("its bytes end at " + end + ", behind the end of the file at " + file.size());
        }
        if (!hasDescriptor()) {
            return end;
        }
        int length = descriptorLength(end);
        if (length == 0 && isLater() && central.getCrc() != 0) {
            throw damaged("no data descriptor with the sizes of the central directory behind its bytes");
        }
        return end + length;
    }

    /** With or without a signature, with sizes of four or eight bytes: writers differ. 0 if there is none that fits. */
    private int descriptorLength(long at) throws ArchiveException, StorageException {
        ByteBuffer bytes = file.bytes(at, (int) Math.min(24, file.size() - at));
        for (int start = 4; start >= 0; start -= 4) {
            boolean signed = start == 0 || (bytes.remaining() >= 4 && bytes.getInt(0) == DESCRIPTOR);
            for (int width = 8; signed && width >= 4; width -= 4) {
                int length = start + 4 + 2 * width;
                if (length <= bytes.remaining()
                        && Integer.toUnsignedLong(bytes.getInt(start)) == central.getCrc()
                        && number(bytes, start + 4, width) == central.getCompressedSize()
                        && number(bytes, start + 4 + width, width) == central.getSize()) {
                    return length;
                }
            }
        }
        return 0;
    }

    private static long number(ByteBuffer bytes, int at, int width) {
        return width == 8 ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }

    private ByteBuffer within(long start, int length) throws ArchiveException, StorageException {
        if (start < 0 || start > file.size() - length) {
            throw damaged("its header is said to be at byte " + start + ", outside the file");
        }
        return file.bytes(start, length);
    }

    private ArchiveException differs(String what) {
        return ArchiveException.unsafe(
                file.path(), "entry " + name + " has " + what + " in its local header than in the central directory");
    }

    private ArchiveException damaged(String what) {
        return ArchiveException.damaged(file.path(), "entry " + name + ": " + what);
    }
}
