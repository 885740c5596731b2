// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

/**
 * The colour of a coded picture as a stream or container says it, in FFmpeg's names for the code points of ITU-T H.273.
 *
 * @param primaries such as {@code bt709}, {@code bt2020}; {@code unknown} where the file is silent
 * @param transfer such as {@code bt709}, {@code smpte2084}
 * @param matrix such as {@code bt709}, {@code bt2020nc}
 * @param range {@code tv} (narrow), {@code pc} (full) or {@code unknown}
 */
public record ColourTags(String primaries, String transfer, String matrix, String range) {
    public static final ColourTags REC709 = new ColourTags("bt709", "bt709", "bt709", "tv");
    public static final ColourTags REC2100_PQ = new ColourTags("bt2020", "smpte2084", "bt2020nc", "tv");
    public static final ColourTags REC2100_HLG = new ColourTags("bt2020", "arib-std-b67", "bt2020nc", "tv");

    /** What a file says that does not know a tag. */
    public static final String SILENT = "unknown";

    /** These, and where they are silent, others. */
    public ColourTags or(ColourTags others) {
        return new ColourTags(
                or(primaries, others.primaries),
                or(transfer, others.transfer),
                or(matrix, others.matrix),
                or(range, others.range));
    }

    private static String or(String own, String other) {
        return own.equals(SILENT) ? other : own;
    }

    @Override
    public String toString() {
        return primaries + "/" + transfer + "/" + matrix + "/" + range;
    }
}
