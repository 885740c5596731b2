// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.shot.FrameRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Frame numbers as an artist reads them: {@code 1016-1018, 1044}. */
final class FrameRuns {
    /** Runs that one sentence names. */
    private static final int LONGEST = 8;

    private FrameRuns() {}

    /** Neighbouring numbers become one range; order and repetition do not matter. */
    static List<FrameRange> of(Collection<Integer> frames) {
        List<FrameRange> runs = new ArrayList<>();
        for (int frame : frames.stream().distinct().sorted().toList()) {
            int end = runs.size() - 1;
            if (end >= 0 && runs.get(end).last() + 1 == frame) {
                runs.set(end, new FrameRange(runs.get(end).first(), frame));
            } else {
                runs.add(new FrameRange(frame, frame));
            }
        }
        return runs;
    }

    /** {@code plate 1016}, {@code plates 1016-1018}. */
    static String named(String noun, Collection<Integer> frames) {
        return named(noun, of(frames));
    }

    static String named(String noun, List<FrameRange> runs) {
        boolean one = runs.size() == 1 && runs.get(0).first() == runs.get(0).last();
        return (one ? noun : noun + "s") + " " + text(runs);
    }

    static String text(List<FrameRange> runs) {
        String named = runs.stream().limit(LONGEST).map(Wording::frames).collect(Collectors.joining(", "));
        int more = runs.size() - LONGEST;
        return more <= 0
                ? named
                : named + " and " + more + " more up to "
                        + runs.get(runs.size() - 1).last();
    }
}
