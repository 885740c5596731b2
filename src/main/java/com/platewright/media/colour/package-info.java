// SPDX-License-Identifier: Apache-2.0
/**
 * Colour spaces, displays and views, by OpenColorIO configs.
 *
 * <p>A config is opened once and shared; its transforms are made once and shared by all threads. Transforms work in
 * place on interleaved RGBA float, strip by strip: about 16 lines stay in a core's cache. Nothing is clamped but by the
 * transform itself, and alpha passes untouched.
 *
 * <p>OpenColorIO takes some ten times as long for an output transform of ACES as its arithmetic needs. So for a view
 * {@link com.platewright.media.Precision#FAST} lists OpenColorIO's own operations, puts them together anew from loops
 * over the processor's registers ({@code colour_step_kernels.h}), and compares the two before the first frame.
 */
@NullMarked
package com.platewright.media.colour;

import org.jspecify.annotations.NullMarked;
