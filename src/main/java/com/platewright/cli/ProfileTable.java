// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.pass.PassProfile;
import com.platewright.pass.StageTime;
import com.platewright.pipeline.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the time of a run went, for a person who wants it faster. */
final class ProfileTable {
    private ProfileTable() {}

    /** Lines of text; the shares are of the time that all workers of the pass had together. */
    static List<String> lines(Outcome outcome, int workers) {
        List<String> lines = new ArrayList<>();
        outcome.seconds()
                .forEach((step, time) -> lines.add(String.format(Locale.ROOT, "%-24s %9.2f s", step.word(), time)));
        PassProfile profile = outcome.profile();
        double all = workers * profile.seconds();
        if (all > 0) {
            String who = String.format(Locale.ROOT, "pass of %.2f s, %d workers", profile.seconds(), workers);
            lines.add(String.format(Locale.ROOT, "%-30s %9s %11s %7s   %s", who, "busy", "waiting", "share", "queue"));
            profile.stages().forEach(stage -> lines.add(line(stage, all)));
        }
        return lines;
    }

    private static String line(StageTime stage, double all) {
        String queue = stage.queue()
                .map(q -> String.format(Locale.ROOT, "   mean %.1f, most %d", q.mean(), q.most()))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "  %-26s %9.2f s %9.2f s %5.0f %%%s",
                stage.work(),
                stage.busy(),
                stage.waiting(),
                100 * (stage.busy() + stage.waiting()) / all,
                queue);
    }
}
