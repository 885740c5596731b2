// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.progress;

import com.platewright.pipeline.Step;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One line that is drawn over, at most ten times a second; it is wiped when the work is done. */
final class ProgressBar implements ProgressView {
    private static final long SHORTEST_PAUSE = 100_000_000L;
    private static final int CELLS = 28;

    private final Whole whole;
    private final PrintStream out;
    private final LongSupplier nanos;
    private Optional<Step> lastStep = Optional.empty();
    private long lastTime;

    ProgressBar(Whole whole, PrintStream out, LongSupplier nanos) {
        this.whole = whole;
        this.out = out;
        this.nanos = nanos;
    }

    @Override
    public synchronized void at(Step step, double share, String words) {
        double now = whole.at(step, share);
        boolean early = nanos.getAsLong() - lastTime < SHORTEST_PAUSE;
        if (early && lastStep.equals(Optional.of(step)) && share < 1) {
            return;
        }
        lastStep = Optional.of(step);
        lastTime = nanos.getAsLong();
        int full = (int) Math.round(now * CELLS);
        out.print(String.format(
                Locale.ROOT,
                "\r\u001b[K%s%s %3d%%  %s: %s",
                "█".repeat(full),
                "░".repeat(CELLS - full),
                (int) (now * 100),
                step.word(),
                words));
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (lastStep.isPresent()) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
