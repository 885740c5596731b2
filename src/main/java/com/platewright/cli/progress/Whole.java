// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.progress;

import com.platewright.pipeline.Step;
import java.util.Set;

/** Turns the progress of one step into that of the whole command, which never runs backwards. Not for many threads. */
final class Whole {
    private final Set<Step> steps;
    private double furthest;

    Whole(Set<Step> steps) {
        this.steps = Set.copyOf(steps);
    }

    /** From 0 to 1. */
    double at(Step step, double share) {
        double before = 0;
        double all = 0;
        for (Step one : steps) {
            all += one.weight();
            if (one.compareTo(step) < 0) {
                before += one.weight();
            }
        }
        double now = (before + step.weight() * Math.min(1, Math.max(0, share))) / all;
        furthest = Math.max(furthest, Math.min(1, now));
        return furthest;
    }
}
