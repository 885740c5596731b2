// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipQuirks.ZipQuirks;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An accepted task, as it is kept.
 *
 * @param request as it was sent, without the bytes of its images
 * @param work what it makes
 * @param charge what it cost
 */
public record Task(UUID id, JsonNode request, Work work, Charge charge) {

    /**
     * What a task makes.
     *
     * @param order of the first result; the others differ in their take
     * @param results how many clips
     * @param zip what their archives are like
     * @param ttl seconds after which their files are gone
     */
    public record Work(ClipOrder order, int results, ZipQuirks zip, OptionalLong ttl) {}

    /**
     * What a task cost.
     *
     * @param at an ISO 8601 instant
     */
    public record Charge(BigDecimal amount, String currency, String operation, String at) {}

    /** What a file of a task is. */
    public enum Kind {
        MP4("mp4", "video/mp4"),
        ZIP("zip", "application/zip"),
        /** The same archive under another name. */
        ZIP_COPY("zip", "application/zip"),
        /** The first frame by itself. */
        EXR("exr", "image/x-exr");

        private final String suffix;
        private final String contentType;

        Kind(String suffix, String contentType) {
            this.suffix = suffix;
            this.contentType = contentType;
        }

        public String suffix() {
            return suffix;
        }

        public String contentType() {
            return contentType;
        }
    }

    /** A file of a task, by its name on the wire. */
    public record Named(Task task, int result, Kind kind) {}

    /** The file of this name, if it is one of this task's. */
    public Optional<Named> named(UUID name) {
        for (int result = 0; result < work.results(); result++) {
            for (Kind kind : Kind.values()) {
                if (file(result, kind).equals(name)) {
                    return Optional.of(new Named(this, result, kind));
                }
            }
        }
        return Optional.empty();
    }

    @JsonIgnore
    public Instant acceptedAt() {
        return Instant.parse(charge.at());
    }

    /** The name of a file: the same for the same task, result and kind, wherever it is asked for. */
    public UUID file(int result, Kind kind) {
        byte[] name = (id + "/" + result + "/" + kind).getBytes(StandardCharsets.UTF_8);
        UUID hashed = UUID.nameUUIDFromBytes(name);
        long version4 = (hashed.getMostSignificantBits() & ~0xF000L) | 0x4000L;
        return new UUID(version4, hashed.getLeastSignificantBits());
    }
}
