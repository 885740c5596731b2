// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import com.platewright.qc.Wording;
import java.util.ArrayList;
import java.util.List;

/** An axis: where a value stands on it, from 0 at its foot to 1 at its head, and which values are written beside it. */
record Scale(List<Tick> ticks, Place place) {
    private static final double[] STEPS = {1, 2, 5};

    /** Where a value stands; what lies beyond the axis stands at its end. */
    @FunctionalInterface
    interface Place {
        double of(double value);
    }

    record Tick(double value, String label) {}

    Scale {
        ticks = List.copyOf(ticks);
    }

    /** Logarithmic, from under {@code lowest} to over {@code highest}, with 1.0 always on it. */
    static Scale logarithmic(double lowest, double highest) {
        double foot = Math.log10(below(Math.max(1e-4, Math.min(0.5, lowest))));
        double head = Math.log10(above(Math.max(2, highest)));
        boolean wide = head - foot > 2.5;
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(foot); power <= head; power++) {
            for (double step : wide ? new double[] {1} : STEPS) {
                double value = step * Math.pow(10, power);
                double at = Math.log10(value);
                if (at >= foot - 1e-9 && at <= head + 1e-9) {
                    ticks.add(new Tick(value, Wording.number(value)));
                }
            }
        }
        return new Scale(ticks, v -> v <= 0 ? 0 : limit((Math.log10(v) - foot) / (head - foot)));
    }

    /** Shares of a whole from nothing to over {@code highest}, in percent. */
    static Scale percent(double highest) {
        double step = above(Math.max(highest, 1e-6) * 100 / 4) / 100;
        int count = (int) Math.ceil(highest / step - 1e-9);
        double head = Math.max(1, count) * step;
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= Math.max(1, count); i++) {
            ticks.add(new Tick(i * step, Wording.number(i * step * 100) + " %"));
        }
        return new Scale(ticks, v -> limit(v / head));
    }

    /** Every how many frames a number fits, so that there are about {@code most} of them. */
    static long frameStep(long frames, int most) {
        return (long) Math.max(1, above((double) frames / most));
    }

    private static double limit(double at) {
        return Math.max(0, Math.min(1, at));
    }

    /** The least of 1, 2, 5, 10, 20 … that is not under {@code value}. */
    private static double above(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : STEPS) {
            if (step * power >= value * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static double below(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double found = power;
        for (double step : STEPS) {
            if (step * power <= value * (1 + 1e-9)) {
                found = step * power;
            }
        }
        return found;
    }
}
