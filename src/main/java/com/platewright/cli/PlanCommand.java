// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.cli.plan.Forecast;
import com.platewright.cli.plan.PlanJson;
import com.platewright.cli.plan.PlanWords;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plan}: everything decided and nothing spent. Filled by picocli. */
@Command(
        name = "plan",
        description = "Decides everything and spends nothing: paths, version, frames, colour, deliverables, price.",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "REQUEST", description = "The request's YAML file.")
    Path request = Path.of("");

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(
            names = "--quote",
            description = "Asks the provider for its price too, by a dry run that is not charged. Uploads nothing.")
    boolean quote;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        options.applyLogLevel();
        try {
            ShotPlan plan = Home.planner(console).plan(request, options.plan());
            Forecast forecast = Forecast.of(plan, Standing.of(plan));
            Optional<Quote> asked = quote ? Optional.of(Quote.of(console, plan)) : Optional.empty();
            if (options.json) {
                ObjectNode root = json(forecast);
                asked.ifPresent(q -> q.put(root.withObject("/plan")));
                console.out().println(root);
            } else {
                plan.notes().forEach(note -> console.err().println("warning: " + note));
                PlanWords.of(forecast, asked.map(Quote::words)).forEach(console.out()::println);
            }
            return ExitCode.DONE.exit();
        } catch (Exception | UnsatisfiedLinkError e) {
            return Failure.of(console, e, options);
        }
    }

    /** The contract's result, with the plan beside it; {@code version_dir} is where the version will stand. */
    private static ObjectNode json(Forecast forecast) {
        Said done = new Said(ExitCode.DONE, List.of());
        ObjectNode root = new StepResult(
                        EnumSet.noneOf(Step.class), Optional.of(forecast.plan()), forecast.outcome(), done, 0)
                .json();
        root.put("version_dir", forecast.folder().toString());
        root.set("plan", PlanJson.of(forecast));
        return root;
    }
}
