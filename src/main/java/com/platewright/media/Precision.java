// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

/** How the colours of a display are computed. */
public enum Precision {
    /** By OpenColorIO itself. */
    EXACT,
    /**
     * Several times faster, where that is possible within a bound that is measured each time: from OpenColorIO's values
     * 99.9 % differ by no more than one code of 10 bit and none by more than four. Elsewhere as {@link #EXACT}.
     */
    FAST
}
