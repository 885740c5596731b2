// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.cli.qc.QcWords;
import com.platewright.files.Durable;
import com.platewright.pipeline.Outcome;
import com.platewright.pipeline.Status;
import com.platewright.pipeline.Step;
import com.platewright.pipeline.Tools;
import com.platewright.qc.Finding;
import com.platewright.qc.QcReport;
import com.platewright.qc.report.QcJson;
import com.platewright.qc.report.QcPage;
import com.platewright.qc.report.ReportHead;
import com.platewright.shot.Severity;
import com.platewright.survey.Survey;
import com.platewright.survey.SurveyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qc}: measures and judges files without a request. Filled by picocli. */
@Command(
        name = "qc",
        description = {
            "Measures and judges any EXR sequence (zip, folder or file), movie or audio file.",
            "Several paths are taken for one clip, whose parts have to be equally long."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class QcCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "What to examine.")
    List<Path> paths = List.of();

    @Mixin
    ShowOptions options = new ShowOptions();

    @Option(names = "--html", paramLabel = "FILE", description = "Writes the report for a supervisor there.")
    Optional<Path> html = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Frames that are worked on at a time. Default: one for each core.")
    int threads = Runtime.getRuntime().availableProcessors();

    QcCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> missing = paths.stream()
                .filter(p -> !Files.exists(p))
                .map(p -> p + ": there is no such file or folder")
                .toList();
        if (!missing.isEmpty()) {
            return Failure.show(console, Said.of(ExitCode.REQUEST, missing), options.json);
        }
        try {
            Survey.Found found = new Survey(
                            SurveyRules.of(options.config(console, Map.of())), Math.max(1, threads), done -> {})
                    .run(paths);
            if (html.isPresent()) {
                Durable.write(html.get(), QcPage.write(head(), found.report(), Optional.empty()));
            }
            return show(found).exit();
        } catch (Exception | OutOfMemoryError | UnsatisfiedLinkError e) {
            return Failure.of(console, e, options.json, false);
        }
    }

    private ReportHead head() throws IOException {
        return new ReportHead(
                paths.stream().map(Path::toString).collect(Collectors.joining(", ")),
                Optional.empty(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Optional.empty(),
                Tools.versions(Release.number()));
    }

    private ExitCode show(Survey.Found found) throws IOException {
        QcReport report = found.report();
        boolean passed = report.status() == QcReport.Status.PASSED;
        ExitCode exit = !found.damages().isEmpty() ? ExitCode.MEDIA : passed ? ExitCode.DONE : ExitCode.QC;
        found.damages().forEach(console.err()::println);
        if (options.json) {
            console.out().println(json(found, exit));
        } else {
            QcWords.of(report).forEach(console.out()::println);
            html.ifPresent(page -> console.out().println("report: " + page));
        }
        return exit;
    }

    /** The contract's result, with the text of {@code qc.json} in {@code report}. */
    private ObjectNode json(Survey.Found found, ExitCode exit) throws IOException {
        QcReport report = found.report();
        Said said = Said.of(exit, exit == ExitCode.MEDIA ? found.damages() : List.of());
        ObjectNode root = new StepResult(EnumSet.noneOf(Step.class), Optional.empty(), Outcome.NONE, said, 0).json();
        boolean passed = report.status() == QcReport.Status.PASSED;
        Status status = exit == ExitCode.MEDIA ? Status.FAILED : passed ? Status.VERIFIED : Status.REJECTED;
        root.put("status", status.word());
        root.put("code", exit == ExitCode.DONE ? status.word() : exit.word());
        root.putObject("qc")
                .put("status", passed ? "passed" : "rejected")
                .put("errors", report.errors())
                .put("warnings", report.warnings())
                .putNull("json")
                .put("html", html.map(p -> p.toAbsolutePath().toString()).orElse(null));
        report.findings().forEach(f -> problem(f, root.withArray("problems").addObject()));
        JsonNode text = new ObjectMapper().readTree(QcJson.write(head(), report));
        root.set("report", text);
        return root;
    }

    private static void problem(Finding finding, ObjectNode node) {
        node.put("code", finding.check())
                .put("severity", finding.severity() == Severity.ERROR ? "error" : "warning")
                .put("message", finding.message())
                .put("where", finding.where())
                .put("retryable", false);
    }
}
