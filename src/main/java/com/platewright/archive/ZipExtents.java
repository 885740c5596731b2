// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which bytes of a zip belong to which entry. No byte may belong to two (that is how small bombs are made), and none that
 * looks like an entry may belong to nobody (that is how one is hidden from one reader and shown to another).
 */
final class ZipExtents {
    private static final int BLOCK = 1 << 16;

    private record Extent(EntryName name, long start, long end) {}

    private final ArchiveFile file;
    private final List<Extent> extents = new ArrayList<>();

    ZipExtents(ArchiveFile file) {
        this.file = file;
    }

    void add(EntryName name, long start, long end) {
        extents.add(new Extent(name, start, end));
    }

    void check(long directory) throws ArchiveException, StorageException {
        extents.sort(Comparator.comparingLong(Extent::start));
        long end = 0;
        for (Extent extent : extents) {
            if (extent.start < end) {
                throw ArchiveException.unsafe(
                        file.path(), "entry " + extent.name + " shares bytes with the entry before it");
            }
            refuseHidden(end, extent.start);
            end = extent.end;
        }
        if (end > directory) {
            throw ArchiveException.unsafe(file.path(), "the last entry shares bytes with the central directory");
        }
        refuseHidden(end, directory);
    }

    private void refuseHidden(long from, long to) throws ArchiveException, StorageException {
        if (to - from < 4) {
            return;
        }
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (long at = from; to - at >= 4; at += BLOCK - 3) {
            block.clear().limit((int) Math.min(BLOCK, to - at));
            file.fill(at, block);
            for (int i = 0; i + 4 <= block.limit(); i++) {
                if (block.getInt(i) == LocalHeader.SIGNATURE) {
                    throw ArchiveException.unsafe(
                            file.path(),
                            "at byte " + (at + i) + " is an entry that the central directory does not name");
                }
            }
        }
    }
}
