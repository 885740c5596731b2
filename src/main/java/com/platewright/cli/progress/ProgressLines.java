// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.progress;

import com.platewright.pipeline.Step;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whole lines. A new one at each step, at each twentieth of the whole, and at least every 30 seconds while something is
 * reported: a farm that kills silent jobs hears from us.
 */
final class ProgressLines implements ProgressView {
    private static final long LONGEST_SILENCE = 30_000_000_000L;
    private static final int LINES = 20;

    private final ProgressStyle style;
    private final Whole whole;
    private final PrintStream out;
    private final LongSupplier nanos;
    private Optional<Step> lastStep = Optional.empty();
    private int lastPart = -1;
    private long lastTime;

    ProgressLines(ProgressStyle style, Whole whole, PrintStream out, LongSupplier nanos) {
        this.style = style;
        this.whole = whole;
        this.out = out;
        this.nanos = nanos;
    }

    @Override
    public synchronized void at(Step step, double share, String words) {
        double now = whole.at(step, share);
        int part = (int) (now * LINES);
        boolean news = !lastStep.equals(Optional.of(step)) || part != lastPart;
        if (!news && nanos.getAsLong() - lastTime < LONGEST_SILENCE) {
            return;
        }
        lastStep = Optional.of(step);
        lastPart = part;
        lastTime = nanos.getAsLong();
        print(now * 100, step, words);
    }

    private void print(double percent, Step step, String words) {
        switch (style) {
            case OPENJD -> {
                out.println(String.format(Locale.ROOT, "openjd_progress: %.1f", percent));
                out.println("openjd_status: " + step.word() + ": " + words);
            }
            case DEADLINE -> out.println("Progress: " + (int) percent + "%");
            default -> out.println(String.format(Locale.ROOT, "%3d%%  %-8s  %s", (int) percent, step.word(), words));
        }
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
