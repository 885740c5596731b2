// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import com.platewright.media.MediaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds a WAV file (RIFF, RF64 or BW64) to the length in its header. FFmpeg reads as far as there are bytes and says
 * nothing, so a copy that was cut off would pass for a shorter sound.
 */
final class WaveClaim {
    /** In RIFF: unknown, as a pipe leaves it. In RF64: look into ds64. */
    private static final long ELSEWHERE = 0xffff_ffffL;

    private static final int CHUNK_HEAD = 8;
    private static final int BLOCK_ALIGN = 12;
    private static final int DS64_DATA_SIZE = 8;

    private final FileChannel channel;

    private WaveClaim(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Compares the claim with the file's length; files of other kinds pass.
     *
     * @throws MediaException when samples are missing
     */
    static void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new WaveClaim(channel).check(file, channel.size());
        }
    }

    private void check(Path file, long length) throws IOException {
        if (length < 12 || !text(0).matches("RIFF|RF64|BW64") || !text(8).equals("WAVE")) {
            return;
        }
        long blockAlign = 1;
        long longSize = ELSEWHERE;
        long at = 12;
        while (at + CHUNK_HEAD <= length) {
            String id = text(at);
            long size = number(at + 4, 4);
            long body = at + CHUNK_HEAD;
            if (id.equals("fmt ")) {
                blockAlign = Math.max(1, number(body + BLOCK_ALIGN, 2));
            } else if (id.equals("ds64")) {
                longSize = number(body + DS64_DATA_SIZE, 8);
            } else if (id.equals("data")) {
                long claimed = size == ELSEWHERE ? longSize : size;
                if (claimed != ELSEWHERE && body + claimed > length) {
                    throw new MediaException(file + ": is cut short: its header claims " + claimed / blockAlign
                            + " samples, " + (length - body) / blockAlign + " are there; copy or export it again");
                }
                return;
            }
            at = body + size + (size & 1);
        }
    }

    private String text(long at) throws IOException {
        return new String(read(at, 4), 0, 4, StandardCharsets.US_ASCII);
    }

    private long number(long at, int bytes) throws IOException {
        return ByteBuffer.wrap(read(at, bytes)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** So many bytes, then zeros up to eight; what lies beyond the end of the file is zero, too. */
    private byte[] read(long at, int count) throws IOException {
        byte[] bytes = new byte[Long.BYTES];
        channel.read(ByteBuffer.wrap(bytes, 0, count), at);
        return bytes;
    }
}
