// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import java.util.OptionalLong;

/**
 * One frame of a source.
 *
 * @param number as its name says it
 * @param name path inside the source, with forward slashes
 * @param size bytes of the EXR file
 * @param packed bytes that it takes in the source
 * @param crc32 of the EXR file, where the source says it
 */
public record FrameEntry(int number, String name, long size, long packed, OptionalLong crc32) {}
