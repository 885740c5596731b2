// SPDX-License-Identifier: Apache-2.0
package com.platewright.shot;

import java.util.stream.IntStream;

/** Frame numbers from {@code first} to {@code last}, both included. */
public record FrameRange(int first, int last) {
    public FrameRange {
        if (last < first) {
            throw new IllegalArgumentException(
                    "a frame range cannot end (" + last + ") before it starts (" + first + ")");
        }
    }

    /** The range of {@code count} frames that starts at {@code first}. */
    public static FrameRange of(int first, int count) {
        return new FrameRange(first, first + count - 1);
    }

    public int count() {
        return last - first + 1;
    }

    public boolean contains(int frame) {
        return frame >= first && frame <= last;
    }

    public IntStream frames() {
        return IntStream.rangeClosed(first, last);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
