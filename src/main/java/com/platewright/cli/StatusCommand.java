// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.cli.plan.PlanWords;
import com.platewright.files.LeaseOwner;
import com.platewright.ledger.Ledger;
import com.platewright.money.Money;
import com.platewright.pipeline.Outcome;
import com.platewright.pipeline.Standing;
import com.platewright.pipeline.Step;
import com.platewright.plan.ShotPlan;
import com.platewright.take.TakeStanding;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code status}: where a shot stands. Reads only, also beside a run that is alive. Filled by picocli. */
@Command(
        name = "status",
        description = "Tells where a shot stands: takes, steps done, spend, who works on it. Changes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class StatusCommand extends Question {
    StatusCommand(Console console) {
        super(console);
    }

    @Override
    boolean asksOfNext() {
        return true;
    }

    @Override
    void answer(ShotPlan plan) throws Exception {
        Standing standing = Standing.of(plan, options.newTake);
        if (options.json) {
            console.out().println(json(plan, standing));
        } else {
            words(plan, standing);
        }
    }

    /** The contract's result as of now; beside it {@code takes}, {@code steps} and {@code lease}. */
    private static ObjectNode json(ShotPlan plan, Standing standing) {
        ObjectNode root = json(plan, standing.outcome());
        root.withObject("/cost").put("charged", charged(standing).orElse(null));
        ArrayNode takes = root.putArray("takes");
        for (TakeStanding take : standing.takes()) {
            takes.addObject()
                    .put("take", take.take().number())
                    .put("task_uuid", take.task())
                    .put("state", take.state().word())
                    .put("since", take.since().map(Object::toString).orElse(null))
                    .put("charged", take.charged().orElse(null))
                    .put("message", take.said().orElse(null));
        }
        ObjectNode steps = root.putObject("steps");
        for (Step step : Step.values()) {
            steps.put(step.word(), standing.done().contains(step));
        }
        root.putNull("lease");
        standing.lease().ifPresent(owner -> lease(owner, root.putObject("lease")));
        return root;
    }

    private static void lease(LeaseOwner owner, ObjectNode node) {
        node.put("host", owner.process().host())
                .put("pid", owner.process().pid())
                .put("since", owner.takenAt())
                .put("heartbeat", owner.heartbeatAt());
    }

    /** What all takes were charged as far as it is known; empty if it is known of none. */
    private static Optional<BigDecimal> charged(Standing standing) {
        return standing.takes().stream().flatMap(t -> t.charged().stream()).reduce(BigDecimal::add);
    }

    private void words(ShotPlan plan, Standing standing) {
        Outcome outcome = standing.outcome();
        say(plan.shot() + outcome.version().map(v -> " " + v).orElse("") + " "
                + outcome.status().word());
        for (TakeStanding take : standing.takes()) {
            line(
                    "take " + take.take().number(),
                    take.task() + "  " + PlanWords.words(take.state())
                            + take.since().map(t -> ", " + t).orElse("")
                            + take.said().map(t -> ": " + t).orElse(""));
        }
        String steps = standing.done().stream().map(Step::word).collect(Collectors.joining(", "));
        line("done", plan.generated().isEmpty() ? imported(standing) : steps.isEmpty() ? "nothing yet" : steps);
        outcome.folder().ifPresent(f -> line("files", f.toString()));
        outcome.verdict()
                .ifPresent(v -> line(
                        "verdict",
                        (v.passed() ? "passed" : "rejected") + ", " + v.errors() + " errors, " + v.warnings()
                                + " warnings: " + v.html()));
        line("spend", spend(plan, standing));
        line("lease", standing.lease().map(o -> "held by " + o).orElse("free"));
    }

    private static String imported(Standing standing) {
        String own = standing.done().stream()
                .filter(s -> s != Step.GENERATE && s != Step.FETCH)
                .map(Step::word)
                .collect(Collectors.joining(", "));
        return own.isEmpty() ? "nothing yet (an import needs neither generate nor fetch)" : own;
    }

    private static String spend(ShotPlan plan, Standing standing) {
        if (plan.generated().isEmpty()) {
            return "nothing: an import is not bought";
        }
        String estimate = plan.generated()
                .flatMap(g -> g.estimate().money())
                .map(money -> money + " estimated for each take")
                .orElse("no estimate");
        return charged(standing)
                        .map(c -> new Money(c, Ledger.CURRENCY) + " charged")
                        .orElse("no charge is known") + "; " + estimate;
    }

    private void line(String key, String text) {
        say(String.format(Locale.ROOT, "  %-8s %s", key, text));
    }

    private void say(String text) {
        console.out().println(text);
    }
}
