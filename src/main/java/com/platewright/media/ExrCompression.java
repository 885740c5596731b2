// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

/** The compressions of OpenEXR 3.1, in the order of their ids in the file (0 to 9). */
public enum ExrCompression {
    NONE(1, true),
    RLE(1, true),
    ZIPS(1, true),
    ZIP(16, true),
    PIZ(32, true),
    PXR24(16, false),
    B44(32, false),
    B44A(32, false),
    DWAA(32, false),
    DWAB(256, false);

    private final int linesPerBlock;
    private final boolean lossless;

    ExrCompression(int linesPerBlock, boolean lossless) {
        this.linesPerBlock = linesPerBlock;
        this.lossless = lossless;
    }

    public int linesPerBlock() {
        return linesPerBlock;
    }

    /** Whether half samples come back bit for bit. (PXR24 keeps half samples too, but drops bits of float ones.) */
    public boolean lossless() {
        return lossless;
    }
}
