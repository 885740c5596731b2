// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

import java.util.Arrays;
import java.util.Optional;

/** The compressions of OpenEXR 3.1, by their ids in the file (0 to 9). */
public enum ExrCompression {
    NONE(0, 1, true),
    RLE(1, 1, true),
    ZIPS(2, 1, true),
    ZIP(3, 16, true),
    PIZ(4, 32, true),
    PXR24(5, 16, false),
    B44(6, 32, false),
    B44A(7, 32, false),
    DWAA(8, 32, false),
    DWAB(9, 256, false);

    private final int id;
    private final int linesPerBlock;
    private final boolean lossless;

    ExrCompression(int id, int linesPerBlock, boolean lossless) {
        this.id = id;
        this.linesPerBlock = linesPerBlock;
        this.lossless = lossless;
    }

    /** The compression with an id; empty for an id that OpenEXR 3.1 does not know. */
    public static Optional<ExrCompression> of(int id) {
        return Arrays.stream(values()).filter(c -> c.id == id).findFirst();
    }

    /** The byte that stands in the header. */
    public int id() {
        return id;
    }

    public int linesPerBlock() {
        return linesPerBlock;
    }

    /** Whether half samples come back bit for bit. (PXR24 keeps half samples too, but drops bits of float ones.) */
    public boolean lossless() {
        return lossless;
    }
}
