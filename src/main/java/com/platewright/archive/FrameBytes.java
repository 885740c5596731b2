// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** What every source must say of a frame that it reads. */
record FrameBytes(Path source, FrameEntry entry) {
    private static final int EXR = 0x01312f76;

    /** {@code spare} if it is direct and large enough, or a buffer with some room for larger frames; limited to size. */
    static ByteBuffer room(ByteBuffer spare, int size) {
        if (spare.isDirect() && !spare.isReadOnly() && spare.capacity() >= size) {
            return spare.clear().limit(size);
        }
        long generous = Math.min(Integer.MAX_VALUE, size + size / 8L);
        return ByteBuffer.allocateDirect((int) generous).limit(size);
    }

    void requireExr(ByteBuffer bytes) throws ArchiveException {
        boolean exr = bytes.remaining() >= 4
                && bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(0) == EXR;
        if (!exr) {
            byte[] head = new byte[Math.min(bytes.remaining(), 64)];
            bytes.get(0, head);
            throw ArchiveException.content(
                    source,
                    label() + ": expected an EXR file (76 2f 31 01), found "
                            + (head.length == 0 ? "no bytes" : MediaKind.startOfHead(head)));
        }
    }

    ArchiveException damaged(String what) {
        return ArchiveException.damaged(source, label() + ": " + what);
    }

    private String label() {
        return "frame " + entry.number() + " (" + new EntryName(entry.name()) + ")";
    }
}
