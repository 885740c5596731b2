// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import java.util.Locale;

/** The steps of a shot, in their order; each is a command of its own for schedulers. */
public enum Step {
    /** Spends money: asks the provider for the clip and waits until it is there. */
    GENERATE(0.45),
    /** Moves bytes: downloads what was made and proves the archive. */
    FETCH(0.08),
    /** Touches pixels: the one pass that writes every deliverable into staging. */
    DELIVER(0.35),
    /** Touches nothing: opens again what was written, and judges. */
    VERIFY(0.11),
    /** One rename. */
    PUBLISH(0.01);

    private final double weight;

    Step(double weight) {
        this.weight = weight;
    }

    /** The step's part of a whole run, roughly; all together are 1. */
    public double weight() {
        return weight;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
