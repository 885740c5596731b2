// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.runware.Retries.Setback;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings one file to the service. That is free, so each attempt has an id of its own and nothing is asked about the one
 * before.
 */
final class Upload {
    /** Bytes per second that the slowest line worth waiting for carries. */
    private static final long SLOWEST = 250_000;

    private final Path file;
    private final Wire wire;
    private final Retries retries;
    private final String name;

    Upload(Path file, Wire wire, Retries retries) {
        this.file = file;
        this.wire = wire;
        this.retries = retries;
        this.name = "the upload of " + file.getFileName();
    }

    /** The service's id of the stored file. */
    String run() throws ProviderException, InterruptedException {
        MediaFormat format = format();
        while (true) {
            UUID id = UUID.randomUUID();
            Setback setback;
            try {
                Reply reply = send(id, format);
                Optional<String> stored = stored(reply, id);
                if (stored.isPresent()) {
                    return stored.get();
                }
                setback = setback(reply, id);
            } catch (UnansweredException e) {
                setback = Setback.of(e);
            }
            if (!retries.pause(setback)) {
                throw Sentences.busy(name, id, setback);
            }
        }
    }

    private Reply send(UUID id, MediaFormat format)
            throws UnansweredException, ProviderException, InterruptedException {
        long size = size();
        Duration longest = wire.timeout().plusSeconds(size / SLOWEST);
        return wire.post(new UploadBody(id, format, file, size), longest);
    }

    private static Optional<String> stored(Reply reply, UUID id) {
        return reply.json().stream()
                .flatMap(json -> Answer.of(json, reply.status()).items(id).stream())
                .map(Upload::mediaId)
                .filter(media -> reply.successful() && !media.isEmpty())
                .findFirst();
    }

    private static String mediaId(JsonNode item) {
        String media = Answer.text(item, "mediaUUID");
        return media.isEmpty() ? Answer.text(item, "imageUUID") : media;
    }

    private Setback setback(Reply reply, UUID id) throws ProviderException {
        Verdict verdict = Verdict.of(reply, id);
        return switch (verdict.outcome()) {
            case REFUSED, DENIED, MEDIA_GONE, UNCLEAR ->
                throw Sentences.refused(name, id, verdict.error().orElseThrow());
            case MISPLACED -> throw Sentences.misplaced(reply, id);
            case ACCEPTED ->
                throw Sentences.busy(
                        name, id, new Setback("it answered without a mediaUUID", Optional.empty(), Optional.empty()));
            case KNOWN, BUSY, DOUBT -> Setback.of(verdict, reply);
        };
    }

    private MediaFormat format() throws ProviderException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return MediaFormat.of(bytes.readNBytes(MediaFormat.HEAD))
                    .orElseThrow(() -> new ProviderException(
                            Kind.INPUT,
                            file + " is not a PNG, JPEG, WebP, MP4, MOV or WebM file, which are what the service takes."
                                    + " Convert it, and name the converted file in the request."));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private long size() throws ProviderException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ProviderException unreadable(IOException e) {
        return new ProviderException(
                Kind.INPUT,
                file + " cannot be read (" + e.getClass().getSimpleName()
                        + "). The request names it as an input; put it back or give this user the right to read it.");
    }
}
