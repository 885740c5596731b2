// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.cli.progress.ProgressView;
import com.platewright.pipeline.Outcome;
import com.platewright.pipeline.Setup;
import com.platewright.pipeline.ShotRun;
import com.platewright.pipeline.Status;
import com.platewright.pipeline.Step;
import com.platewright.plan.OptionException;
import com.platewright.plan.ShotPlan;
import com.platewright.qc.Finding;
import com.platewright.shot.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run} and the five steps. Filled by picocli. */
@Command(mixinStandardHelpOptions = true, versionProvider = Release.class)
final class StepCommand implements Callable<Integer> {
    private final Console console;
    private final EnumSet<Step> steps;

    @Parameters(paramLabel = "REQUEST", description = "The request's YAML file.")
    Path request = Path.of("");

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(
            names = "--approve",
            paramLabel = "AMOUNT",
            description = "Allows this request to cost so much, in US dollars, where the show has an approval gate.")
    Optional<BigDecimal> approve = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Frames that are worked on at a time. Default: one for each core.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--profile", description = "Says at the end, on stderr, where the time went.")
    boolean profile;

    StepCommand(Console console, EnumSet<Step> steps) {
        this.console = console;
        this.steps = EnumSet.copyOf(steps);
    }

    @Override
    public Integer call() {
        options.applyLogLevel();
        long start = System.nanoTime();
        Optional<ShotPlan> plan = Optional.empty();
        Optional<ShotRun> run = Optional.empty();
        Said said = new Said(ExitCode.DONE, List.of());
        try {
            checkOptions();
            plan = Optional.of(Home.planner(console).plan(request, options.plan()));
            try (ProgressView view = options.progress.open(steps, console.err(), System::nanoTime);
                    Door door = new Door(console, threads)) {
                Setup setup = new Setup(door, view, Release.number(), threads, options.newTake, approve);
                run = Optional.of(new ShotRun(plan.get(), setup));
                run.get().run(steps);
            }
            said = rejected(run.get().outcome());
        } catch (Throwable e) { // whatever it is, a scheduler that asked for an object gets one
            said = ExitMap.said(e);
            if (options.isDebug() || said.exit() == ExitCode.INTERNAL) {
                e.printStackTrace(console.err());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Outcome outcome = run.map(ShotRun::outcome).orElse(Outcome.NONE);
        if (profile) {
            ProfileTable.lines(outcome, threads).forEach(console.err()::println);
        }
        new StepResult(steps, plan, outcome, said, seconds).show(console, options.json);
        if (run.isPresent() && !said.exit().retryable()) {
            tell(run.get());
        }
        return said.exit().exit();
    }

    private void checkOptions() throws OptionException {
        if (threads < 1) {
            throw new OptionException("--threads " + threads + ": at least 1 frame has to be worked on at a time.");
        }
        if (options.newTake && !steps.contains(Step.GENERATE)) {
            throw new OptionException(
                    "--new-take belongs to `run`, `generate`, `plan` and `status`: no other step buys anything.");
        }
        if (approve.isPresent() && !steps.contains(Step.GENERATE)) {
            throw new OptionException("--approve belongs to `run` and `generate`: no other step buys anything.");
        }
    }

    /** If it cannot be noted that the end was told, it is told once more before another take is bought: no harm. */
    private void tell(ShotRun run) {
        try {
            run.told();
        } catch (IOException e) {
            console.err().println("warning: " + e.getMessage());
        }
    }

    private static Said rejected(Outcome outcome) {
        if (outcome.status() != Status.REJECTED) {
            return new Said(ExitCode.DONE, List.of());
        }
        List<Finding> findings =
                outcome.verdict().map(Outcome.Verdict::findings).orElse(List.of());
        return new Said(
                ExitCode.QC,
                findings.stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .map(f -> new Said.Trouble(f.check() + ": " + f.message(), f.where()))
                        .toList());
    }
}
