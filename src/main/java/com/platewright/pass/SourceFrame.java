// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.frame.FrameMeasure;
import com.platewright.media.ExrHeader;
import java.util.Optional;

/**
 * A frame of the source as it was found.
 *
 * @param index counted from 0 in playing order
 * @param header empty for a frame that is no file
 */
public record SourceFrame(int index, String name, Optional<ExrHeader> header, FrameMeasure measure) {}
