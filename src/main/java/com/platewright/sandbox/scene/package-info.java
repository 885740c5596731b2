// SPDX-License-Identifier: Apache-2.0
/**
 * Pictures worth looking at, made of nothing but arithmetic: what the sandbox shows in place of a model's answer.
 *
 * <p>A <em>scene</em> is a function of a prompt's words and of time. Its light is linear; the sun is a hundred times as bright
 * as a white wall. The same prompt gives the same samples, bit for bit, on any machine: only {@code + - * /}, square root and
 * comparisons feed a picture (exact in Java 17 and later), curves are our own polynomials, chance is a hash.
 *
 * <p>Lengths are in picture heights, x to the right, y down, from the top left corner; times are in seconds. Colours are linear
 * with the primaries of Rec. ITU-R BT.709 until the very end, where {@link com.platewright.sandbox.scene.SceneClip} takes
 * them to ACES2065-1. No sample is negative.
 */
@NullMarked
package com.platewright.sandbox.scene;

import org.jspecify.annotations.NullMarked;
