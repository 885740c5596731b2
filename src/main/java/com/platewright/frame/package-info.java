// SPDX-License-Identifier: Apache-2.0
/**
 * A picture in memory and what was measured of it.
 *
 * <p>Pixels are RGBA, interleaved, in native memory that is allocated once and used again: memory is the size of a
 * {@link com.platewright.frame.PicturePool}, whatever the length of the clip.
 */
@NullMarked
package com.platewright.frame;

import org.jspecify.annotations.NullMarked;
