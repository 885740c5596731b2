// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

/**
 * An entry as the central directory and its local header agree on it.
 *
 * @param size bytes unpacked
 * @param packed bytes in the archive
 * @param deflated or else stored
 * @param data where the packed bytes begin
 */
record ZipMember(EntryName name, long size, long packed, long crc, boolean deflated, long data) {}
