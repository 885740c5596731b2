// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import com.platewright.shot.ShotId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a task, made from what is asked, for which element of which shot and for which take. The same intent has the
 * same id in every run, on every node and after the loss of every journal, so that no accident can buy it twice.
 *
 * <p>The id is the first 16 bytes of SHA-256 over the lines {@code platewright task 2}, the request's digest, the shot,
 * the element and the take (UTF-8, each ended by a line feed), with version and variant of RFC 9562 section 5.4 (UUIDv4)
 * written over them: services ask for that version, and 122 bits of a hash are as good as 122 random ones.
 */
public final class TaskId {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private TaskId() {}

    /**
     * The id of one take of one request for one element of a shot: its drafts are another element.
     *
     * @param requestDigest SHA-256 of {@link GenerationRequest#canonical()} as 64 lower-case hexadecimal digits
     * @param element the name of its folder, such as {@code genplate}
     * @param take counted from 1; another take is another charge
     */
    public static UUID of(String requestDigest, ShotId shot, String element, int take) {
        if (!SHA_256.matcher(requestDigest).matches() || take < 1) {
            throw new IllegalArgumentException(
                    "a task id is made from a SHA-256 and a take from 1, not from " + requestDigest + " and " + take);
        }
        String name = String.join("\n", "platewright task 2", requestDigest, shot.toString(), element, take + "\n");
        ByteBuffer hash = ByteBuffer.wrap(sha256(name));
        long high = (hash.getLong() & ~0xF000L) | 0x4000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
