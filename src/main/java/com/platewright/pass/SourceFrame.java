// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.frame.FrameMeasure;
import com.platewright.media.ExrHeader;

/**
 * A frame of the source as it was found.
 *
 * @param index counted from 0 in playing order
 */
public record SourceFrame(int index, String name, ExrHeader header, FrameMeasure measure) {}
