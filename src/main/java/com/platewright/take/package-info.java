// SPDX-License-Identifier: Apache-2.0
/**
 * Where money is spent, and what was paid for is brought home.
 *
 * <p>What must hold:
 *
 * <ul>
 *   <li>A take's id is made from the intent, the shot and the take's number, and is in the take's journal, on the disk,
 *       before the first byte is sent. Whatever happens, only the same id is sent again.
 *   <li>A take that is bought is never submitted again; one that failed at the service is never tried again by itself.
 *   <li>When the service may have forgotten an id, nothing is sent under it: a person decides.
 *   <li>What came is saved before anything is concluded from it, with the service's answer beside it.
 *   <li>Addresses of results may be signed: they are asked for anew, never written down.
 * </ul>
 */
@NullMarked
package com.platewright.take;

import org.jspecify.annotations.NullMarked;
