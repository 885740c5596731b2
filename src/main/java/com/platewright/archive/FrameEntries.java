// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.shot.FrameRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one sequence of a source, in the order of its numbers.
 *
 * @param pattern its names with {@code #} for the number, such as {@code exr/clip.#.exr}
 * @param list at least one frame, numbers ascending, none twice; gaps are possible
 */
public record FrameEntries(String pattern, List<FrameEntry> list) {
    public FrameEntries {
        list = List.copyOf(list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("a sequence has at least one frame");
        }
    }

    public int count() {
        return list.size();
    }

    /** From the smallest number to the largest. */
    public FrameRange range() {
        return new FrameRange(list.get(0).number(), list.get(list.size() - 1).number());
    }

    /** The numbers inside {@link #range} that no frame has. */
    public List<FrameRange> gaps() {
        List<FrameRange> gaps = new ArrayList<>();
        for (int i = 1; i < list.size(); i++) {
            int before = list.get(i - 1).number();
            int after = list.get(i).number();
            if (after - before > 1) {
                gaps.add(new FrameRange(before + 1, after - 1));
            }
        }
        return gaps;
    }

    /** Such as "missing 1016-1018, 1044"; "none missing" without gaps. */
    public String missing() {
        List<FrameRange> gaps = gaps();
        return gaps.isEmpty()
                ? "none missing"
                : gaps.stream()
                        .map(gap -> gap.count() == 1 ? Integer.toString(gap.first()) : gap.toString())
                        .collect(Collectors.joining(", ", "missing ", ""));
    }
}
