// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lease file as it was found. Always {@value #SIZE} bytes, one JSON object and blanks, so that an owner renews it by
 * one write in place: into its own inode, wherever that has been renamed to. A renewal by rename could not be told from a
 * second taking.
 *
 * @param modified by the storage's own clock
 * @param owner empty while the content is not readable as a lease
 */
record LeaseFile(String text, Instant modified, Optional<LeaseOwner> owner) {
    private static final int SIZE = 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What stands under this name; empty if nothing does. */
    static Optional<LeaseFile> read(Path path) throws StorageException {
        try {
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return Optional.of(new LeaseFile(text, modified(path), parse(text)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            StorageException trouble = StorageException.of("read the lease", path, e);
            if (trouble.trouble() == StorageException.Trouble.GONE) {
                return Optional.empty();
            }
            throw trouble;
        }
    }

    /** Writes without waiting: enough where the file is closed next or asked only for its time. */
    static void write(RandomAccessFile file, LeaseOwner owner) throws IOException {
        byte[] json = JSON.writeValueAsBytes(owner);
        if (json.length >= SIZE) {
            throw new IOException("the lease does not fit into " + SIZE + " bytes: " + owner);
        }
        byte[] bytes = Arrays.copyOf(json, SIZE);
        Arrays.fill(bytes, json.length, SIZE - 1, (byte) ' ');
        bytes[SIZE - 1] = '\n';
        file.seek(0);
        file.write(bytes);
    }

    /** Writes and waits, so that other machines see it from now on. */
    static void writeThrough(RandomAccessFile file, LeaseOwner owner) throws IOException {
        write(file, owner);
        file.getFD().sync();
    }

    static Instant modified(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }

    boolean sameAs(LeaseFile other) {
        return text.equals(other.text);
    }

    boolean isOf(LeaseOwner one) {
        return owner.map(found -> found.token().equals(one.token())).orElse(false);
    }

    private static Optional<LeaseOwner> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, LeaseOwner.class));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // half written or foreign: nobody can be named, so only its silence counts
        }
    }
}
