// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.nio.file.Path;

/**
 * A finished download.
 *
 * @param bytes of the file
 * @param reused bytes that an earlier run had left
 * @param connections made by this run; 0 if everything was there
 */
public record Fetched(Path file, long bytes, long reused, int connections) {}
