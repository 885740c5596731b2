// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import java.util.List;

/** What a question ends in, before the show's severity is put to it. */
sealed interface Answer {

    /**
     * There was something to look at.
     *
     * @param looked how many things were looked at
     * @param of how many there are
     * @param unit what they are: {@code frames}
     */
    record Ran(long looked, long of, String unit, List<Fault> faults) implements Answer {
        public Ran {
            faults = List.copyOf(faults);
        }
    }

    /**
     * There was not.
     *
     * @param reason a clause without a full stop: what was missing
     */
    record NotRun(String reason) implements Answer {}

    /** A finding without its check and severity; the components mean the same. */
    record Fault(String where, String expected, String found, String message) {}

    static Answer ran(long looked, String unit, List<Fault> faults) {
        return new Ran(looked, looked, unit, faults);
    }

    static Answer notRun(String reason) {
        return new NotRun(reason);
    }
}
