// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.pipeline.Comparison;
import com.platewright.pipeline.Standing;
import com.platewright.plan.ShotPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pick}: which take the next run delivers. Filled by picocli. */
@Command(
        name = "pick",
        description = "Chooses the take that the next run delivers, as a version of its own. Buys nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class PickCommand extends Question {
    @Parameters(index = "1", paramLabel = "TAKE", description = "As `compare` names it, such as 2 or 2.1.")
    String take = "";

    PickCommand(Console console) {
        super(console);
    }

    @Override
    void answer(ShotPlan plan) throws Exception {
        Comparison.pick(plan, take);
        if (options.json) {
            console.out().println(json(plan, Standing.of(plan).outcome()));
        } else {
            console.out().println(words());
        }
    }

    private String words() {
        return options.draft
                ? "Draft " + take
                        + " is picked: `platewright run` may now buy the clip in full, which is another generation"
                        + " of the same request, not the draft's pixels."
                : "Take " + take + " is picked: `platewright run` delivers it.";
    }
}
