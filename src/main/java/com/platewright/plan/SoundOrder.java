// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.files.Digest;
import java.nio.file.Path;

/**
 * A sound file that becomes a track of the deliverables.
 *
 * @param digest of the file when the plan was made
 * @param track the track's name
 * @param language ISO 639-2
 * @param offset seconds from the first frame to the sound's start; negative: the sound starts before
 */
public record SoundOrder(Path file, Digest digest, String track, String language, double offset) {}
