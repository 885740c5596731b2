// SPDX-License-Identifier: Apache-2.0
/**
 * What is done to pixels by the line: half and float, counting, digests, YUV codes, small tiles, text over pictures.
 *
 * <p>A strip is a few whole lines of interleaved RGBA, as many as stay in a core's second-level cache; whoever works
 * strip by strip reads main memory once. Consumers of strips ({@code FrameMeter}, {@code YuvPacker},
 * {@code TileScaler}) take them from the top and belong to one thread at a time. Their kernels exist for every x86-64
 * and for AVX2, with the same results bit for bit; the better one is taken when the program runs.
 */
@NullMarked
package com.platewright.media.pixel;

import org.jspecify.annotations.NullMarked;
