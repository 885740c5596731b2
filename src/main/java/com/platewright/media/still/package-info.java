// SPDX-License-Identifier: Apache-2.0
/**
 * Pictures that stand still: stills are read, text is drawn, contact sheets are composed, JPEG and PNG are written.
 *
 * <p>Everything here is for the eye: R'G'B' in full range. Text is drawn with a typeface that the program brings, so that
 * a render node without fonts draws the same.
 */
@NullMarked
package com.platewright.media.still;

import org.jspecify.annotations.NullMarked;
