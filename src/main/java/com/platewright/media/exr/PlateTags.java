// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import com.platewright.media.Chromaticities;
import com.platewright.shot.FrameRate;
import com.platewright.shot.TimeCode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a plate's header says beside its size and compression.
 *
 * @param chromaticities of the plate's colour space, where they are known
 * @param framesPerSecond of playback
 * @param timeCode of this frame, non-drop, at a rate of at most 60
 * @param text further attributes of type string by name; a name has 1 to 255 bytes, and no value is empty
 */
public record PlateTags(
        Optional<Chromaticities> chromaticities,
        FrameRate framesPerSecond,
        Optional<TimeCode> timeCode,
        Map<String, String> text) {

    private static final int LONGEST_NAME = 255;

    public PlateTags {
        timeCode.ifPresent(time -> TimeCodeWord.check(time, framesPerSecond));
        text = Collections.unmodifiableMap(new LinkedHashMap<>(text));
        text.forEach((name, value) -> {
            int length = name.getBytes(StandardCharsets.UTF_8).length;
            if (length == 0 || length > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "an EXR attribute's name has 1 to " + LONGEST_NAME + " bytes; \"" + name + "\" has " + length);
            }
            if (value.isEmpty()) {
                throw new IllegalArgumentException("the EXR attribute " + name + " is empty; leave it out instead");
            }
        });
    }

    /** The same tags for another frame. */
    public PlateTags at(TimeCode time) {
        return new PlateTags(chromaticities, framesPerSecond, Optional.of(time), text);
    }
}
