// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

/**
 * How much an archive may hold before it is taken for a bomb. Ratios are not limited: a black frame shrinks a
 * thousandfold.
 *
 * @param entries names in the archive, ignored ones included
 * @param entryBytes unpacked bytes of one entry; at most 2 GiB - 1
 * @param totalBytes unpacked bytes of all entries
 */
public record ArchiveLimits(int entries, long entryBytes, long totalBytes) {
    public ArchiveLimits {
        if (entries < 1 || entryBytes < 1 || entryBytes > Integer.MAX_VALUE || totalBytes < 1) {
            throw new IllegalArgumentException("these limits let nothing through or too much: " + entries + " entries, "
                    + entryBytes + " and " + totalBytes + " bytes");
        }
    }
}
