// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.pipeline.Outcome;
import com.platewright.pipeline.Step;
import java.util.EnumSet;
import java.util.Optional;

/** The end of a command that could not do its work, said in the way of all results. */
final class Failure {
    private Failure() {}

    static int show(Console console, Said said, boolean json) {
        new StepResult(EnumSet.noneOf(Step.class), Optional.empty(), Outcome.NONE, said, 0).show(console, json);
        return said.exit().exit();
    }

    /** What was thrown, with its stack trace where that is wanted or the fault is ours. */
    static int of(Console console, Throwable thrown, boolean json, boolean debug) {
        Said said = ExitMap.said(thrown);
        if (debug || said.exit() == ExitCode.INTERNAL) {
            thrown.printStackTrace(console.err());
        }
        return show(console, said, json);
    }

    static int of(Console console, Throwable thrown, CommonOptions options) {
        return of(console, thrown, options.json, options.isDebug());
    }
}
