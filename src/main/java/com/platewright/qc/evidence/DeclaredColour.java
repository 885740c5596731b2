// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.evidence;

import com.platewright.media.Chromaticities;

/** The colour space that frames are said to be in, such as ACEScg, and the chromaticities that make it. */
public record DeclaredColour(String space, Chromaticities chromaticities) {}
