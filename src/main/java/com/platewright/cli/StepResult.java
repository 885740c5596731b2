// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.element.Manifest;
import com.platewright.element.Piece;
import com.platewright.money.Money;
import com.platewright.pass.StageTime;
import com.platewright.pipeline.Outcome;
import com.platewright.pipeline.Status;
import com.platewright.pipeline.Step;
import com.platewright.plan.ShotPlan;
import com.platewright.shot.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The result of a run: one JSON object for machines, some lines for people. */
final class StepResult {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Set<Step> steps;
    private final Optional<ShotPlan> plan;
    private final Outcome outcome;
    private final Said said;
    private final double seconds;

    StepResult(Set<Step> steps, Optional<ShotPlan> plan, Outcome outcome, Said said, double seconds) {
        this.steps = steps;
        this.plan = plan;
        this.outcome = outcome;
        this.said = said;
        this.seconds = seconds;
    }

    void show(Console console, boolean json) {
        for (Said.Trouble trouble : said.problems()) {
            console.err().println((trouble.where().isEmpty() ? "" : trouble.where() + ": ") + trouble.message());
        }
        plan.ifPresent(p -> p.notes().forEach(note -> console.err().println("warning: " + note)));
        notes().forEach(note -> console.err().println("warning: " + note));
        if (json) {
            console.out().println(json().toString());
        } else {
            words(console);
        }
    }

    private String status() {
        if (said.exit() != ExitCode.DONE && said.exit() != ExitCode.QC) {
            return Status.FAILED.word();
        }
        return outcome.status().word();
    }

    private String code() {
        if (said.exit() != ExitCode.DONE) {
            return said.exit().word();
        }
        return steps.size() == 1 && !steps.contains(Step.PUBLISH)
                ? steps.iterator().next().word()
                : outcome.status().word();
    }

    /** The object of the contract, to which a command may add. */
    ObjectNode json() {
        ObjectNode root = NODES.objectNode();
        root.put("status", status());
        root.put("code", code());
        root.put("exit", said.exit().exit());
        root.put("retryable", said.exit().retryable());
        root.put("shot", plan.map(p -> p.shot().toString()).orElse(null));
        root.put("version", outcome.version().orElse(null));
        boolean published = outcome.status() == Status.PUBLISHED;
        Optional<Path> version = outcome.folder().filter(f -> published);
        root.put("version_dir", version.map(Path::toString).orElse(null));
        root.put("manifest", version.map(v -> Manifest.file(v).toString()).orElse(null));
        ArrayNode deliverables = root.putArray("deliverables");
        outcome.pieces().forEach(p -> piece(p, deliverables.addObject()));
        verdict(root);
        cost(root.putObject("cost"));
        task(root);
        timing(root.putObject("timing"));
        problems(root.putArray("problems"));
        return root;
    }

    private void piece(Piece piece, ObjectNode node) {
        Path folder = outcome.folder().orElseThrow();
        node.put("name", piece.name()).put("kind", piece.kind());
        node.put("path", folder.resolve(piece.path()).toString());
        piece.first().ifPresent(v -> node.put("first", v));
        piece.last().ifPresent(v -> node.put("last", v));
        piece.frames().ifPresent(v -> node.put("frames", v));
        piece.width().ifPresent(v -> node.put("width", v));
        piece.height().ifPresent(v -> node.put("height", v));
        piece.colourSpace().ifPresent(v -> node.put("colour_space", v));
    }

    private void verdict(ObjectNode root) {
        if (outcome.verdict().isEmpty()) {
            root.putNull("qc");
            return;
        }
        Outcome.Verdict verdict = outcome.verdict().get();
        root.putObject("qc")
                .put("status", verdict.passed() ? "passed" : "rejected")
                .put("errors", verdict.errors())
                .put("warnings", verdict.warnings())
                .put("json", verdict.json().toString())
                .put("html", verdict.html().toString());
    }

    private void cost(ObjectNode node) {
        Optional<BigDecimal> estimated = plan.flatMap(ShotPlan::generated)
                .flatMap(g -> g.estimate().money())
                .map(Money::amount);
        node.put("currency", "USD");
        node.put("estimated", estimated.orElse(null));
        node.put("charged", outcome.task().flatMap(Outcome.Purchased::charged).orElse(null));
    }

    private void task(ObjectNode root) {
        if (outcome.task().isEmpty() || plan.isEmpty()) {
            root.putNull("task");
            return;
        }
        Outcome.Purchased task = outcome.task().get();
        root.putObject("task")
                .put("provider", plan.get().show().provider().name())
                .put("task_uuid", task.taskUuid())
                .put("take", task.take())
                .put("rendition", task.rendition())
                .put("reused", task.reused());
    }

    private void timing(ObjectNode node) {
        node.put("total_s", rounded(seconds));
        ObjectNode each = node.putObject("steps");
        outcome.seconds().forEach((step, time) -> each.put(step.word(), rounded(time)));
        if (!outcome.profile().stages().isEmpty()) {
            node.put("deliver_pass_s", rounded(outcome.profile().seconds()));
            ArrayNode stages = node.putArray("deliver_stages");
            for (StageTime stage : outcome.profile().stages()) {
                ObjectNode one = stages.addObject()
                        .put("work", stage.work())
                        .put("busy_s", rounded(stage.busy()))
                        .put("waiting_s", rounded(stage.waiting()));
                stage.queue().ifPresent(queue -> one.put("queue_mean", rounded(queue.mean()))
                        .put("queue_most", queue.most()));
            }
        }
    }

    private static BigDecimal rounded(double time) {
        return BigDecimal.valueOf(time).setScale(3, RoundingMode.HALF_UP);
    }

    /** What went wrong, then what planning and the examination warned of. */
    private void problems(ArrayNode problems) {
        for (Said.Trouble trouble : said.problems()) {
            problems.addObject()
                    .put("code", said.exit().word())
                    .put("severity", "error")
                    .put("message", trouble.message())
                    .put("where", trouble.where().isEmpty() ? null : trouble.where())
                    .put("retryable", said.exit().retryable());
        }
        plan.ifPresent(p -> p.notes()
                .forEach(note -> warning("request", note.message(), note.where().toString(), problems.addObject())));
        notes().forEach(note -> warning("take", note, null, problems.addObject()));
        outcome.verdict().ifPresent(v -> v.findings().stream()
                .filter(f -> f.severity() == Severity.WARN)
                .forEach(f -> warning(f.check(), f.message(), f.where(), problems.addObject())));
    }

    private List<String> notes() {
        return outcome.task().map(Outcome.Purchased::notes).orElse(List.of());
    }

    private static void warning(String code, String message, @Nullable String where, ObjectNode node) {
        node.put("code", code)
                .put("severity", "warning")
                .put("message", message)
                .put("where", where)
                .put("retryable", false);
    }

    private void words(Console console) {
        if (said.exit() != ExitCode.DONE) {
            console.err()
                    .println("platewright: " + said.exit().word() + " (exit "
                            + said.exit().exit() + ")"
                            + outcome.verdict()
                                    .map(v -> "; report: " + v.html())
                                    .orElse(""));
            return;
        }
        String shot = plan.map(p -> p.shot().toString()).orElse("");
        console.out()
                .println(shot + outcome.version().map(v -> " " + v).orElse("") + " "
                        + (outcome.status() == Status.PENDING
                                ? "generated"
                                : outcome.status().word())
                        + String.format(Locale.ROOT, " in %.1f s", seconds));
        outcome.pieces().forEach(p -> console.out()
                .println("  " + p.name() + "  " + outcome.folder().orElseThrow().resolve(p.path())
                        + (p.frames().isPresent() ? "  " + p.frames().getAsInt() + " frames" : "")));
        outcome.verdict().ifPresent(v -> {
            console.out().println("  report  " + v.html() + "  " + v.warnings() + " warnings");
            v.findings().stream().filter(f -> f.severity() == Severity.WARN).forEach(f -> console.err()
                    .println("warning: " + f.check() + ": " + f.message()));
        });
    }
}
