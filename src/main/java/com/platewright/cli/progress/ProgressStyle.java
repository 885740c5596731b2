// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.progress;

import com.platewright.pipeline.Step;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.LongSupplier;

/** What {@code --progress} can be. */
public enum ProgressStyle {
    /** A bar on a terminal, plain lines elsewhere. */
    AUTO,
    /** Lines for people and logs. */
    PLAIN,
    /** {@code openjd_progress:} and {@code openjd_status:}, as Open Job Description 2023-09 defines them. */
    OPENJD,
    /** {@code Progress: 42%}, as Deadline's plugins watch for. */
    DEADLINE,
    NONE;

    /**
     * Opens the view.
     *
     * @param steps those that this command will take; together they are the whole
     * @param out where the lines go
     * @param nanos a monotonic clock
     */
    public ProgressView open(Set<Step> steps, PrintStream out, LongSupplier nanos) {
        return switch (this) {
            case AUTO -> isTerminal() ? new ProgressBar(new Whole(steps), out, nanos) : PLAIN.open(steps, out, nanos);
            case PLAIN, OPENJD, DEADLINE -> new ProgressLines(this, new Whole(steps), out, nanos);
            case NONE -> new Silence();
        };
    }

    /** Whether stderr ends in a terminal that can move its cursor. */
    private static boolean isTerminal() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // no /proc: lines are right everywhere
        }
    }

    private static final class Silence implements ProgressView {
        @Override
        public void at(Step step, double share, String words) {
            // Asked for.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
