// SPDX-License-Identifier: Apache-2.0
/**
 * Colour spaces, displays and views, by OpenColorIO configs.
 *
 * <p>A config is opened once and shared; its transforms are made once and shared by all threads. Transforms work in
 * place on interleaved RGBA float, strip by strip: about 16 lines stay in a core's cache. Nothing is clamped but by the
 * transform itself, and alpha passes untouched.
 */
@NullMarked
package com.platewright.media.colour;

import org.jspecify.annotations.NullMarked;
