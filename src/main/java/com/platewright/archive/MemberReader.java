// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Takes a frame out of a zip and proves it against its checksum. */
record MemberReader(ArchiveFile file) {
    private static final int BLOCK = 1 << 16;

    /** As {@link FrameArchive#read}. */
    ByteBuffer read(ZipMember member, FrameEntry entry, ByteBuffer spare) throws ArchiveException, StorageException {
        FrameBytes frame = new FrameBytes(file.path(), entry);
        ByteBuffer bytes = FrameBytes.room(spare, (int) member.size());
        if (member.deflated()) {
            inflate(member, frame, bytes);
        } else {
            file.fill(member.data(), bytes);
        }
        bytes.flip();
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        if (crc.getValue() != member.crc()) {
            throw frame.damaged(String.format("expected CRC-32 %08x, found %08x", member.crc(), crc.getValue()));
        }
        frame.requireExr(bytes);
        return bytes;
    }

    /** The archive's word on how much will come out is a limit here, not a promise. */
    private void inflate(ZipMember member, FrameBytes frame, ByteBuffer bytes)
            throws ArchiveException, StorageException {
        Inflater inflater = new Inflater(true);
        try {
            ByteBuffer packed = ByteBuffer.allocate(BLOCK);
            long at = member.data();
            long end = at + member.packed();
            ByteBuffer beyond = ByteBuffer.allocate(1);
            while (!inflater.finished()) {
                if (inflater.needsInput() && at < end) {
                    packed.clear().limit((int) Math.min(BLOCK, end - at));
                    file.fill(at, packed);
                    at += packed.flip().remaining();
                    inflater.setInput(packed);
                }
                int got = inflater.inflate(bytes.hasRemaining() ? bytes : beyond);
                if (!beyond.hasRemaining()) {
                    throw frame.damaged("expected " + member.size() + " bytes, found more");
                }
                if (got == 0 && !inflater.finished() && (at == end || !inflater.needsInput())) {
                    throw frame.damaged("its packed bytes end too early");
                }
            }
            if (bytes.hasRemaining() || inflater.getBytesRead() != member.packed()) {
                throw frame.damaged("expected " + member.size() + " bytes from " + member.packed()
                        + " packed ones, found " + inflater.getBytesWritten() + " from " + inflater.getBytesRead());
            }
        } catch (DataFormatException e) {
            throw frame.damaged("its packed bytes are not deflate data (" + e.getMessage() + ")");
        } finally {
            inflater.end();
        }
    }
}
