// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import java.util.List;

/**
 * Where the time of a pass went.
 *
 * @param seconds from its first frame until every output was finished, by the clock
 * @param stages of the workers, then of the encoders beside them
 */
public record PassProfile(double seconds, List<StageTime> stages) {
    /** Of a pass that was not run. */
    public static final PassProfile NONE = new PassProfile(0, List.of());

    public PassProfile {
        stages = List.copyOf(stages);
    }
}
