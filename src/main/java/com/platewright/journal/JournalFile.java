// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.files.StorageException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A journal as it was found.
 *
 * @param records without the header and without lines of replaced owners
 * @param lastFence the largest that wrote a line, the header included
 * @param sound bytes up to the end of the last whole line
 * @param length bytes of the file; more than {@code sound} if the last line is torn
 */
record JournalFile(JournalHeader header, List<JournalRecord> records, long lastFence, long sound, long length) {
    static JournalFile read(Path file) throws JournalException, StorageException {
        byte[] bytes;
        try (InputStream in = new FileInputStream(file.toFile())) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw StorageException.of("read the journal", file, e);
        }
        return new Reader(file, bytes).read();
    }

    long nextNumber() {
        return records.isEmpty() ? 1 : records.get(records.size() - 1).number() + 1;
    }

    private static final class Reader {
        private final Path file;
        private final byte[] bytes;
        private final List<JournalRecord> records = new ArrayList<>();
        private int lineNumber;
        private long fence;

        Reader(Path file, byte[] bytes) {
            this.file = file;
            this.bytes = bytes;
        }

        JournalFile read() throws JournalException {
            int start = 0;
            for (int end = lineEnd(start); end >= 0; end = lineEnd(start)) {
                boolean last = lineEnd(end + 1) < 0;
                if (last && lineNumber > 0 && isHole(start, end)) {
                    break;
                }
                lineNumber++;
                take(new String(bytes, start, end - start, StandardCharsets.UTF_8));
                start = end + 1;
            }
            if (records.isEmpty()) {
                throw damaged(new JournalException("its first line is missing"));
            }
            JournalHeader header = header(records.remove(0));
            return new JournalFile(header, List.copyOf(records), fence, start, bytes.length);
        }

        private int lineEnd(int start) {
            for (int i = start; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    return i;
                }
            }
            return -1;
        }

        /** A crash can leave the length of a write behind without all of its bytes: those are then zero. */
        private boolean isHole(int start, int end) {
            for (int i = start; i < end; i++) {
                if (bytes[i] == 0) {
                    return true;
                }
            }
            return false;
        }

        private void take(String line) throws JournalException {
            try {
                JournalRecord record = JournalJson.record(line);
                if (record.fence() < fence) {
                    return; // written late by an owner that had been replaced
                }
                fence = record.fence();
                long expected =
                        records.isEmpty() ? 0 : records.get(records.size() - 1).number() + 1;
                if (record.number() != expected) {
                    throw new JournalException("expected record " + expected + ", found " + record.number()
                            + ": lines are missing or two processes wrote at once");
                }
                records.add(record);
            } catch (JournalException e) {
                throw damaged(e);
            }
        }

        private JournalHeader header(JournalRecord first) throws JournalException {
            int format = first.value("format").map(JsonNode::intValue).orElse(0);
            if (!first.type().equals(JournalHeader.TYPE) || format != JournalHeader.FORMAT) {
                throw damaged(new JournalException("expected a header of format " + JournalHeader.FORMAT + ", found "
                        + first.type() + " of format " + format));
            }
            return new JournalHeader(
                    first.text("tool").orElse(""),
                    first.text("purpose").orElse(""),
                    first.text("digest").orElse(""));
        }

        private JournalException damaged(JournalException why) {
            return new JournalException(
                    "The journal " + file + " cannot be trusted, line " + Math.max(1, lineNumber) + ": "
                            + why.getMessage()
                            + ". It tells what was paid for, so it is not started over. Restore it from a backup, or look"
                            + " up at the provider what was charged and then move it away.",
                    why);
        }
    }
}
