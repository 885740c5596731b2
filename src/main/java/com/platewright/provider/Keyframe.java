// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.util.Comparator;
import java.util.List;

/**
 * A still pinned to a frame of the clip.
 *
 * @param frame counted from 0; {@link #LAST} is the last frame, wherever that is
 */
public record Keyframe(MediaInput image, int frame) {
    public static final int FIRST = 0;
    public static final int LAST = -1;

    public Keyframe {
        if (frame < LAST) {
            throw new IllegalArgumentException(
                    "a keyframe stands at frame 0 or later, or at -1 for the last, not at " + frame);
        }
    }

    /** The keyframes in the order of time, so that one intent has one wording whatever the order it was written in. */
    static List<Keyframe> inOrder(List<Keyframe> keyframes) {
        return keyframes.stream()
                .sorted(Comparator.comparingInt(k -> k.frame == LAST ? Integer.MAX_VALUE : k.frame))
                .toList();
    }
}
