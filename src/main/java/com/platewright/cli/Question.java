// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.pipeline.Outcome;
import com.platewright.pipeline.Step;
import com.platewright.plan.OptionException;
import com.platewright.plan.ShotPlan;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command about one request that buys and publishes nothing. Filled by picocli. */
abstract class Question implements Callable<Integer> {
    final Console console;

    @Parameters(index = "0", paramLabel = "REQUEST", description = "The request's YAML file.")
    Path request = Path.of("");

    @Mixin
    CommonOptions options = new CommonOptions();

    Question(Console console) {
        this.console = console;
    }

    @Override
    public final Integer call() {
        options.applyLogLevel();
        try {
            if (options.newTake && !asksOfNext()) {
                throw new OptionException("--new-take belongs to `run`, `generate`, `plan` and `status`: this command"
                        + " looks at takes that are there.");
            }
            answer(Home.planner(console).plan(request, options.plan()));
            return ExitCode.DONE.exit();
        } catch (Exception | OutOfMemoryError | UnsatisfiedLinkError e) {
            return Failure.of(console, e, options);
        }
    }

    /** Whether it is about what the next run would do. */
    boolean asksOfNext() {
        return false;
    }

    /** Says what there is to say of the plan, in words or as JSON. */
    abstract void answer(ShotPlan plan) throws Exception;

    /** The contract's result of a command that went well, to which each may add. */
    static ObjectNode json(ShotPlan plan, Outcome outcome) {
        Said done = new Said(ExitCode.DONE, List.of());
        return new StepResult(EnumSet.noneOf(Step.class), Optional.of(plan), outcome, done, 0).json();
    }
}
