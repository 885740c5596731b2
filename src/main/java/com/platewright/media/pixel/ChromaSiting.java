// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

/**
 * Where the chroma samples of 4:2:0 lie (ITU-T H.273, ChromaLocType). Both lie on the even columns, as those of 4:2:2
 * do, and are filtered 1 2 1 across.
 */
public enum ChromaSiting {
    /** Type 0, midway between two lines, the mean of which they are: what H.264 and HEVC take where nothing is said. */
    LEFT,
    /** Type 2, on the even lines, filtered 1 2 1 down: what HDR10 asks for (ITU-R BT.2100). */
    TOP_LEFT
}
