// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * The view of an open file that Commons Compress asks for, so that it judges the very file that is read later. It asks for
 * a few bytes at a time, so these are read in blocks.
 */
final class ArchiveChannel implements SeekableByteChannel {
    private final ArchiveFile file;
    private final ByteBuffer block = ByteBuffer.allocate(1 << 16).limit(0);
    private long blockStart;
    private long position;

    ArchiveChannel(ArchiveFile file) {
        this.file = file;
    }

    @Override
    public int read(ByteBuffer target) throws StorageException {
        if (!target.hasRemaining()) {
            return 0;
        }
        if (position < blockStart || position >= blockStart + block.limit()) {
            blockStart = position;
            int filled = file.readSome(position, block.clear());
            block.limit(Math.max(0, filled));
            if (filled < 0) {
                return -1;
            }
        }
        int from = (int) (position - blockStart);
        int length = Math.min(target.remaining(), block.limit() - from);
        target.put(block.slice(from, length));
        position += length;
        return length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long next) {
        position = next;
        return this;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** Leaves the file open: it is not this view's. */
    @Override
    public void close() {}

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
