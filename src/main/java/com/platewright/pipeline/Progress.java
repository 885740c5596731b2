// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

/** Told how far a run has come. Calls may come from any thread, often; whoever listens thins them out. */
public interface Progress {
    /** Nobody listens. */
    Progress NONE = (step, share, words) -> {};

    /**
     * Hears where a step stands.
     *
     * @param share of the step that is done, 0 to 1
     * @param words what is going on, for a person: {@code frame 37 of 121}
     */
    void at(Step step, double share, String words);

    default void at(Step step, long done, long total, String unit) {
        at(step, total == 0 ? 0 : (double) done / total, unit + " " + done + " of " + total);
    }
}
