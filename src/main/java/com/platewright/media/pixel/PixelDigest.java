// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import com.dynatrace.hash4j.hashing.ByteAccess;
import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * XXH3 (64 bits) of a picture's samples, interleaved RGBA in little-endian order, as they come strip by strip. Equal
 * samples have equal digests, however they were cut; half and float of the same numbers have not.
 */
public final class PixelDigest {
    private static final ByteAccess<ByteBuffer> BYTES = ByteAccess.forByteBuffer(ByteOrder.LITTLE_ENDIAN);

    private final HashStream64 stream = Hashing.xxh3_64().hashStream();

    /** Adds the bytes between position and limit. */
    public void add(ByteBuffer samples) {
        ByteBuffer bytes = samples.slice().order(ByteOrder.LITTLE_ENDIAN);
        stream.putBytes(bytes, 0, bytes.remaining(), BYTES);
    }

    /** The digest of everything added since the last call. */
    public long finish() {
        long digest = stream.getAsLong();
        stream.reset();
        return digest;
    }
}
