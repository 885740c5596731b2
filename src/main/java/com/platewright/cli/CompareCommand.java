// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.pipeline.Comparison;
import com.platewright.pipeline.Standing;
import com.platewright.plan.ShotPlan;
import com.platewright.qc.report.ComparisonJson;
import com.platewright.qc.report.Contender;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code compare}: every clip that was bought for a request, side by side. Filled by picocli. */
@Command(
        name = "compare",
        description = "Puts every take of a request that is here on one sheet, with what was measured and paid.",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class CompareCommand extends Question {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Frames that are worked on at a time. Default: one for each core.")
    int threads = Runtime.getRuntime().availableProcessors();

    CompareCommand(Console console) {
        super(console);
    }

    @Override
    void answer(ShotPlan plan) throws Exception {
        Comparison comparison = Comparison.of(plan, Math.max(1, threads));
        if (options.json) {
            console.out().println(json(plan, comparison));
        } else {
            comparison.contenders().forEach(this::line);
            console.out().println("sheet: " + comparison.folder().resolve(Comparison.HTML));
        }
    }

    private void line(Contender c) {
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-6s %4d frames  peak %9.3f  above 1.0 %7.3f %%  %s%s",
                        c.name(),
                        c.measures().size(),
                        c.peak(),
                        100 * c.aboveOne(),
                        c.price(),
                        c.picked() ? "  picked" : ""));
    }

    /** The contract's result, with {@code takes} and where the sheet stands. */
    private static ObjectNode json(ShotPlan plan, Comparison comparison) throws IOException {
        ObjectNode root = json(plan, Standing.of(plan).outcome());
        root.set("takes", ComparisonJson.of(comparison.contenders()));
        root.putObject("compare")
                .put("html", comparison.folder().resolve(Comparison.HTML).toString())
                .put("json", comparison.folder().resolve(Comparison.JSON).toString());
        return root;
    }
}
