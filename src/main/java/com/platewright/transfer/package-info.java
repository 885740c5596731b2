// SPDX-License-Identifier: Apache-2.0
/**
 * Results from a URL to a file, whatever happens in between.
 *
 * <p>What must hold:
 *
 * <ul>
 *   <li>The file's name appears when its bytes are complete and on the disk. Until then they stand in {@code NAME.part},
 *       and what they are known to be part of in {@code NAME.part.json}.
 *   <li>Bytes are added to earlier ones only if the server proves that they belong together: the same strong ETag, or the
 *       same length and Last-Modified. Else the download starts again.
 *   <li>Every wait is bounded: silence, the whole download, the pauses that a server asks for, the number of connections.
 *   <li>A link's query is a key. It is in no message and no file.
 *   <li>Plain http is for loopback only, redirects included.
 * </ul>
 *
 * <p>A body without a length is believed when it ends; whoever opens the file decides.
 */
@NullMarked
package com.platewright.transfer;

import org.jspecify.annotations.NullMarked;
