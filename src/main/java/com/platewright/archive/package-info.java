// SPDX-License-Identifier: Apache-2.0
/**
 * A clip's EXR frames as they arrive: a zip, a folder or one file, opened without trusting it.
 *
 * <p>Nothing is unpacked to disk. A zip is read by its central directory, every local header must say the same, and
 * whatever could make two readers see two different archives is refused. A frame's bytes are given out only after their
 * CRC-32 was found right: a flipped bit inside DWAB data decodes without any error, so nothing later would notice.
 *
 * <p>Not supported: encrypted and split archives, methods other than stored and deflated, frames of 2 GiB and more.
 */
@NullMarked
package com.platewright.archive;

import org.jspecify.annotations.NullMarked;
