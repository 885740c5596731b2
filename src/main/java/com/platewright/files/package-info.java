// SPDX-License-Identifier: Apache-2.0
/**
 * Bytes that survive a crash: durable writes, digests, the lease on a shot and the one rename that publishes a version.
 *
 * <p>What must hold here:
 *
 * <ul>
 *   <li>A name appears only when its content is complete and on the disk; a reader never sees half a file.
 *   <li>A version folder exists only if it is complete. What is published is never changed.
 *   <li>Nothing is renamed before it is synced, and a rename is not told as done before its folder is synced.
 *   <li>A shot has one live owner. Whoever was silent for longer than the lease allows finds out before publishing.
 * </ul>
 *
 * <p>Trouble with the disk (full, forbidden, read-only, failing) is a {@link com.platewright.files.StorageException}.
 * Damaged content is never one: the packages that read it have their own exceptions.
 */
@NullMarked
package com.platewright.files;

import org.jspecify.annotations.NullMarked;
