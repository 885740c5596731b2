// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.pass.StageTime;
import com.platewright.pipeline.Outcome;
import com.platewright.pipeline.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the time of a run went, for a person who wants it faster. */
final class ProfileTable {
    private ProfileTable() {}

    /** Lines of text; the shares are of the time that all workers of {@code deliver} had together. */
    static List<String> lines(Outcome outcome, int workers) {
        List<String> lines = new ArrayList<>();
        outcome.seconds()
                .forEach((step, time) -> lines.add(String.format(Locale.ROOT, "%-24s %9.2f s", step.word(), time)));
        double all = workers * outcome.seconds().getOrDefault(Step.DELIVER, 0.0);
        if (all > 0 && !outcome.stages().isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-24s %11s %11s %7s",
                    "deliver, " + workers + " workers",
                    "busy",
                    "waiting",
                    "share"));
            for (StageTime stage : outcome.stages()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-22s %9.2f s %9.2f s %5.0f %%",
                        stage.work(),
                        stage.busy(),
                        stage.waiting(),
                        100 * (stage.busy() + stage.waiting()) / all));
            }
        }
        return lines;
    }
}
