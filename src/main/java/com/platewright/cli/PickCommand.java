// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.pipeline.Comparison;
import com.platewright.pipeline.Standing;
import com.platewright.pipeline.Step;
import com.platewright.plan.ShotPlan;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pick}: which take the next run delivers. Filled by picocli. */
@Command(
        name = "pick",
        description = "Chooses the take that the next run delivers, as a version of its own. Buys nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class PickCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "REQUEST", description = "The request's YAML file.")
    Path request = Path.of("");

    @Parameters(index = "1", paramLabel = "TAKE", description = "As `compare` names it, such as 2 or 2.1.")
    String take = "";

    @Mixin
    CommonOptions options = new CommonOptions();

    PickCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        options.applyLogLevel();
        try {
            ShotPlan plan = Home.planner(console).plan(request, options.plan());
            Comparison.pick(plan, take);
            if (options.json) {
                Said done = new Said(ExitCode.DONE, List.of());
                console.out()
                        .println(new StepResult(
                                        EnumSet.noneOf(Step.class),
                                        Optional.of(plan),
                                        Standing.of(plan).outcome(),
                                        done,
                                        0)
                                .json());
            } else {
                console.out().println(words());
            }
            return ExitCode.DONE.exit();
        } catch (Exception | UnsatisfiedLinkError e) {
            return Failure.of(console, e, options);
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
