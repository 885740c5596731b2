// SPDX-License-Identifier: Apache-2.0
/**
 * Sound: read from any file, conformed to the picture's length to the sample, written as 24-bit broadcast WAV.
 *
 * <p>Samples are 32-bit floats, interleaved, full scale 1.0. A float's significand has 24 bits, so PCM of up to 24 bits
 * goes through unchanged. Counts of samples are per channel throughout: one second at 48 kHz is 48000 samples,
 * whatever the number of channels.
 */
@NullMarked
package com.platewright.media.sound;

import org.jspecify.annotations.NullMarked;
