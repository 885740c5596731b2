// SPDX-License-Identifier: Apache-2.0
/**
 * Movies: written picture by picture with sound, tags and time code; read back from end to end.
 *
 * <p>Nothing in a written file depends on the clock or the machine: the same pictures, sound, specification and number of
 * threads make the same bytes. What is read is what the file says, and the container and the coded pictures are asked
 * apart, because players disagree on which of the two they believe.
 */
@NullMarked
package com.platewright.media.movie;

import org.jspecify.annotations.NullMarked;
