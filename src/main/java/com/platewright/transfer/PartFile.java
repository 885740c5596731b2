// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;

/**
 * The bytes of an unfinished download and, beside them, what they are part of. Only those count that are said to be on the
 * disk: what a crash may have lost is fetched again. Not a channel, which an interrupt would close.
 */
final class PartFile implements Closeable {
    /** Bytes between two syncs: what a power cut can cost. */
    private static final long CHECKPOINT = 64L << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Sidecar(Origin origin, long bytes) {}

    private final Path target;
    private final Path part;
    private final Path sidecar;
    private final RandomAccessFile file;
    private Optional<Origin> origin = Optional.empty();
    private long bytes;
    private long synced;

    private PartFile(Path target) throws IOException {
        this.target = target;
        this.part = Downloader.part(target);
        this.sidecar = target.resolveSibling(target.getFileName() + ".part.json");
        Files.createDirectories(folder());
        this.file = new RandomAccessFile(part.toFile(), "rw");
    }

    /** Takes up what an earlier run left of the same URL, or begins with nothing. */
    static PartFile open(Path target, HttpUrl url) throws StorageException {
        try {
            PartFile part = new PartFile(target);
            part.takeUp(HttpClients.shown(url));
            return part;
        } catch (IOException e) {
            throw StorageException.of("write the download", target, e);
        }
    }

    Path path() {
        return part;
    }

    long bytes() {
        return bytes;
    }

    /** What the bytes are part of; empty before the first answer. */
    Optional<Origin> origin() {
        return origin;
    }

    OptionalLong knownTotal() {
        return origin.map(Origin::knownTotal).orElse(OptionalLong.empty());
    }

    Path folder() {
        return target.toAbsolutePath().resolveSibling(".").normalize();
    }

    boolean isComplete() {
        return origin.map(whole -> whole.total() == bytes).orElse(false);
    }

    /** Drops all bytes; those that come are part of {@code whole}. */
    void startOver(Origin whole) throws StorageException {
        drop();
        origin = Optional.of(whole);
        checkpoint();
    }

    /** Goes on; the server has said how long the whole is. */
    void proceed(long total) {
        origin = origin.map(known -> new Origin(known.url(), known.etag(), known.lastModified(), total));
    }

    /** Drops all bytes and what was known of them. */
    void drop() throws StorageException {
        origin = Optional.empty();
        bytes = 0;
        synced = 0;
        try {
            Files.deleteIfExists(sidecar);
            file.setLength(0);
        } catch (IOException e) {
            throw StorageException.of("start again with", part, e);
        }
    }

    void append(byte[] block, int length) throws StorageException {
        try {
            file.seek(bytes);
            file.write(block, 0, length);
        } catch (IOException e) {
            throw StorageException.of("write", part, e);
        }
        bytes += length;
        if (bytes - synced >= CHECKPOINT) {
            checkpoint();
        }
    }

    /** Makes all bytes so far count in a later run. */
    void checkpoint() throws StorageException {
        if (origin.isEmpty()) {
            return;
        }
        try {
            file.getFD().sync();
            Durable.write(sidecar, JSON.writeValueAsBytes(new Sidecar(origin.get(), bytes)));
        } catch (IOException e) {
            throw StorageException.of("sync", part, e);
        }
        synced = bytes;
    }

    /** Gives the bytes their name, replacing what stood there. */
    void finish() throws StorageException {
        try {
            file.getFD().sync();
            Durable.rename(part, target);
            Files.deleteIfExists(sidecar);
        } catch (IOException e) {
            throw StorageException.of("finish the download", target, e);
        }
    }

    @Override
    public void close() throws StorageException {
        try {
            file.close();
        } catch (IOException e) {
            throw StorageException.of("close", part, e);
        }
    }

    private void takeUp(String url) throws IOException {
        Optional<Sidecar> found = readSidecar();
        boolean usable = found.isPresent()
                && found.get().origin().url().equals(url)
                && found.get().bytes() <= file.length();
        if (!usable) {
            drop();
            return;
        }
        origin = Optional.of(found.get().origin());
        bytes = found.get().bytes();
        synced = bytes;
        file.setLength(bytes);
    }

    private Optional<Sidecar> readSidecar() throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(sidecar), Sidecar.class));
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Optional.empty(); // nothing that can be trusted, so nothing is taken up
        }
    }
}
