// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up where the time of a pass goes. Any thread may add. */
final class PassTimes {
    /** Reading a file and decoding it. */
    static final String READ = "read and decode";

    /** Measures of the samples as they came. */
    static final String MEASURE = "measure";

    /** Half to float, and each colour conversion. */
    static final String COLOUR = "colour";

    /** A worker's way to its next frame: it waits where that is still coming, or an encoder still has every picture. */
    static final String NEXT = "next frame";

    private final Map<String, long[]> nanos = new LinkedHashMap<>();

    PassTimes() {
        for (String work : List.of(NEXT, READ, MEASURE, COLOUR)) {
            nanos.put(work, new long[1]);
        }
    }

    synchronized void add(String work, long time) {
        nanos.computeIfAbsent(work, w -> new long[1])[0] += time;
    }

    synchronized List<StageTime> stages() {
        List<StageTime> stages = new ArrayList<>();
        nanos.forEach((work, time) -> {
            boolean waits = work.equals(NEXT);
            stages.add(new StageTime(work, waits ? 0 : time[0] / 1e9, waits ? time[0] / 1e9 : 0, Optional.empty()));
        });
        return stages;
    }
}
