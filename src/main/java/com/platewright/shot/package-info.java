// SPDX-License-Identifier: Apache-2.0
/**
 * The words of the trade as values: show, sequence, shot, version, frame range, rate, time code, resolution.
 *
 * <p>Everything here is immutable, checked where it is made and free of files, clocks and libraries. Frame ranges are
 * inclusive, as artists say them: 1001-1121 are 121 frames.
 */
@NullMarked
package com.platewright.shot;

import org.jspecify.annotations.NullMarked;
