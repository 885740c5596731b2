// SPDX-License-Identifier: Apache-2.0
/**
 * The one pass over a clip's frames: each is read and decoded once, and its strips of lines are handed to every output
 * while they are still in the processor's cache.
 *
 * <p>Words: the <i>pass</i> owns the workers; a <i>lane</i> is one output (the plates, a movie, a contact sheet) for the
 * whole clip; a <i>desk</i> is what one worker has of a lane, one frame at a time; a <i>strip</i> is some lines of RGBA
 * float, scene-linear in the source's space, then in the lane's. Memory is desks and workers, not frames: it does not
 * grow with the clip.
 *
 * <p>The pass decides nothing about the shot. It gets finished orders and returns what it wrote and measured.
 */
@NullMarked
package com.platewright.pass;

import org.jspecify.annotations.NullMarked;
