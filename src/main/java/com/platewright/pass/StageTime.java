// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import java.util.Optional;

/**
 * Where the time of a pass went, for one kind of work.
 *
 * @param busy seconds of all threads that did it together
 * @param waiting seconds that they waited for somebody else
 * @param queue what waited for them; empty for work that has no queue
 */
public record StageTime(String work, double busy, double waiting, Optional<Queue> queue) {
    /**
     * Pictures that were ready and waited, each time that one was taken.
     *
     * @param mean of all times, the one that was taken included
     */
    public record Queue(double mean, int most) {}
}
