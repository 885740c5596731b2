// SPDX-License-Identifier: Apache-2.0
/**
 * The few FFmpeg handles that movies, sound and stills are made of: a source and its decoders, encoders and their sink,
 * converters of samples and pixels.
 *
 * <p>Each handle is acquired whole or not at all, is closed by {@code try}, and belongs to one thread at a time. Return
 * codes pass through one place, which tells a damaged file from a full disk; what FFmpeg prints goes to the logger
 * {@code com.platewright.ffmpeg}. Used by {@code media.movie}, {@code media.sound} and {@code media.still} alone.
 */
@NullMarked
package com.platewright.binding.ffmpeg;

import org.jspecify.annotations.NullMarked;
