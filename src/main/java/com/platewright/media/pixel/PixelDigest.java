// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * CRC-32 and CRC-32C, 32 bits each, of a picture's samples, interleaved RGBA in little-endian order, as they come strip by
 * strip. Equal samples have equal digests, however they were cut; half and float of the same numbers have not. The two
 * are what processors compute at the speed of memory, also over buffers outside the heap; they tell damage, not malice.
 */
public final class PixelDigest {
    private final CRC32 ieee = new CRC32();
    private final CRC32C castagnoli = new CRC32C();

    /** Adds the bytes between position and limit. */
    public void add(ByteBuffer samples) {
        ieee.update(samples.duplicate());
        castagnoli.update(samples.duplicate());
    }

    /** The digest of everything added since the last call. */
    public long finish() {
        long digest = ieee.getValue() << 32 | castagnoli.getValue();
        ieee.reset();
        castagnoli.reset();
        return digest;
    }
}
