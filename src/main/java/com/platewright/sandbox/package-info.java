// SPDX-License-Identifier: Apache-2.0
/**
 * A local stand-in for the provider: the same words on the wire, a ledger instead of a bill, a script of faults, and real
 * clips behind it, made by whatever {@link com.platewright.sandbox.clip.ClipRenderer} it is given.
 *
 * <p>All state is in one folder, outlives processes, and may be shared by several servers. A task is accepted and charged
 * by one rename (see {@code ledger}); whichever server then sees a task without a clip renders it. What the real service
 * does where its documents are silent is not known; where a choice had to be made, the comment says so.
 *
 * <p>The server listens on the loopback address only, calls nobody but webhooks on this machine, and keeps no key.
 */
@NullMarked
package com.platewright.sandbox;

import org.jspecify.annotations.NullMarked;
