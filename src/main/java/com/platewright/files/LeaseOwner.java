// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * Who owns a shot, as the lease file says it.
 *
 * @param token random, made for this one lease
 * @param takenAt UTC, ISO 8601; by the owner's clock, for people to read
 * @param heartbeatAt UTC, ISO 8601; by the owner's clock, for people to read
 * @param ttlSeconds silence after which the owner accepts to be replaced
 * @param fence counts the owners of this shot from 1; a larger number is a later owner
 * @param released whether the owner has given it back
 */
public record LeaseOwner(
        String token,
        ProcessIdentity process,
        @JsonProperty("taken_at") String takenAt,
        @JsonProperty("heartbeat_at") String heartbeatAt,
        @JsonProperty("ttl_s") double ttlSeconds,
        long fence,
        boolean released) {

    Duration ttl() {
        return Duration.ofMillis(Math.round(ttlSeconds * 1000));
    }

    LeaseOwner beating(Instant now) {
        return new LeaseOwner(token, process, takenAt, now.toString(), ttlSeconds, fence, released);
    }

    LeaseOwner releasing(Instant now) {
        return new LeaseOwner(token, process, takenAt, now.toString(), ttlSeconds, fence, true);
    }

    LeaseOwner fenced(long number) {
        return new LeaseOwner(token, process, takenAt, heartbeatAt, ttlSeconds, number, released);
    }

    /** Such as "process 4711 on node12 since 2026-11-22T10:00:00Z, last heartbeat 2026-11-22T10:03:20Z". */
    @Override
    public String toString() {
        return "process " + process.pid() + " on " + process.host() + " since " + takenAt + ", last heartbeat "
                + heartbeatAt;
    }
}
