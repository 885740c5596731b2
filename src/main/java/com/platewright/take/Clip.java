// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A clip on this storage.
 *
 * @param frames a zip, a folder or a single EXR file
 * @param movie that came with the frames
 */
public record Clip(Path frames, Optional<Path> movie) {}
