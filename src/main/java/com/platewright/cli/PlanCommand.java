// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.cli.plan.Forecast;
import com.platewright.cli.plan.PlanJson;
import com.platewright.cli.plan.PlanWords;
import com.platewright.pipeline.Standing;
import com.platewright.plan.ShotPlan;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plan}: everything decided and nothing spent. Filled by picocli. */
@Command(
        name = "plan",
        description = "Decides everything and spends nothing: paths, version, frames, colour, deliverables, price.",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class PlanCommand extends Question {
    @Option(
            names = "--quote",
            description = "Asks the provider for its price too, by a dry run that is not charged. Uploads nothing.")
    boolean quote;

    PlanCommand(Console console) {
        super(console);
    }

    @Override
    boolean asksOfNext() {
        return true;
    }

    @Override
    void answer(ShotPlan plan) throws Exception {
        Forecast forecast = Forecast.of(plan, Standing.of(plan, options.newTake));
        Optional<Quote> asked = quote ? Optional.of(Quote.of(console, plan)) : Optional.empty();
        if (options.json) {
            ObjectNode root = json(forecast);
            asked.ifPresent(q -> q.put(root.withObject("/plan")));
            console.out().println(root);
        } else {
            plan.notes().forEach(note -> console.err().println("warning: " + note));
            PlanWords.of(forecast, asked.map(Quote::words)).forEach(console.out()::println);
        }
    }

    /** The contract's result, with the plan beside it; {@code version_dir} is where the version will stand. */
    private static ObjectNode json(Forecast forecast) {
        ObjectNode root = json(forecast.plan(), forecast.outcome());
        root.put("version_dir", forecast.folder().toString());
        root.set("plan", PlanJson.of(forecast));
        return root;
    }
}
