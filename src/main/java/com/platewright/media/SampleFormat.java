// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

/**
 * How a decoded picture lies in memory: one plane for each component, samples of 8 bits in a byte, of more in two bytes
 * of native order.
 *
 * @param name FFmpeg's, such as {@code yuv420p}
 * @param bits of a sample, 8 to 16
 * @param halfWidth whether a chroma plane has one sample for two columns
 * @param halfHeight whether a chroma plane has one sample for two lines
 * @param rgb whether the planes are green, blue and red instead of luma and chroma
 * @param alpha whether a fourth plane holds alpha
 */
public record SampleFormat(String name, int bits, boolean halfWidth, boolean halfHeight, boolean rgb, boolean alpha) {}
