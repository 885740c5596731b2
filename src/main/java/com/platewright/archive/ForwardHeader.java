// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An entry as the header before its bytes tells of it (APPNOTE 6.3, 4.3.7). Whatever leaves a doubt is refused: the central
 * directory settles it later.
 */
final class ForwardHeader {
    static final int LENGTH = 30;
    private static final int UTF_8 = 1 << 11;
    private static final int COMPRESSION_LEVEL = 3 << 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer fixed;

    /** The first {@link #LENGTH} bytes, little-endian. */
    ForwardHeader(ByteBuffer fixed) throws ArrivalException {
        this.fixed = fixed;
        if (fixed.getInt(0) != LocalHeader.SIGNATURE) {
            throw new ArrivalException("it holds fewer frames than expected");
        }
        if ((flags() & ~(UTF_8 | COMPRESSION_LEVEL)) != 0) {
            throw new ArrivalException("its headers do not say how long the entries are, or its entries are encrypted");
        }
        boolean known = method() == STORED || method() == DEFLATED;
        if (!known || packed() < 0 || size() < 0 || (method() == STORED && packed() != size())) {
            throw new ArrivalException("it has an entry that is not simply stored or deflated");
        }
    }

    /** Bytes behind the fixed ones, before the entry's own. */
    int more() {
        return nameLength() + Short.toUnsignedInt(fixed.getShort(28));
    }

    /** @param variable the {@link #more} bytes */
    ZipMember member(ByteBuffer variable, long data) throws ArrivalException {
        byte[] raw = new byte[nameLength()];
        variable.get(0, raw);
        EntryName name = EntryName.of(new String(raw, StandardCharsets.US_ASCII));
        if (name.path().indexOf('\ufffd') >= 0 || name.danger().isPresent() || name.isArchive()) {
            throw new ArrivalException("it has an entry with an odd name");
        }
        long crc = Integer.toUnsignedLong(fixed.getInt(14));
        return new ZipMember(name, size(), packed(), crc, method() == DEFLATED, data);
    }

    private int flags() {
        return fixed.getShort(6);
    }

    private int method() {
        return fixed.getShort(8);
    }

    /** Below 2 GiB; negative if it is more, or said elsewhere. */
    private int packed() {
        return fixed.getInt(18);
    }

    private int size() {
        return fixed.getInt(22);
    }

    private int nameLength() {
        return Short.toUnsignedInt(fixed.getShort(26));
    }
}
