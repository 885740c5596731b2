// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import com.platewright.media.SoundFacts;

/**
 * A sound that fits its picture.
 *
 * @param source the file as it was found
 * @param conformed what was done to it
 */
public record ConformedSound(Sound sound, SoundFacts source, Conformed conformed) {}
