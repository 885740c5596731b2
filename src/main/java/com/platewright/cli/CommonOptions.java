// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.cli.progress.ProgressStyle;
import com.platewright.plan.PlanOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Option;

/** What every command about a request understands. Filled by picocli. */
final class CommonOptions {
    enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG;

        private Level level() {
            return switch (this) {
                case ERROR -> Level.SEVERE;
                case WARN -> Level.WARNING;
                case INFO -> Level.INFO;
                case DEBUG -> Level.FINE;
            };
        }
    }

    @Option(names = "--show", paramLabel = "FILE|NAME", description = "Another show than the request's.")
    Optional<String> show = Optional.empty();

    @Option(names = "--root", paramLabel = "DIR", description = "The show's root folder.")
    Optional<Path> root = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any configuration key, such as --set provider.deadline_s=60. Repeatable.")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Just these deliverables, parted by commas.")
    List<String> only = new ArrayList<>();

    @Option(
            names = "--draft",
            description = "The request's draft instead: SDR, no frames, small, in a folder of its own.")
    boolean draft;

    @Option(
            names = "--progress",
            paramLabel = "STYLE",
            description = "auto, plain, openjd, deadline or none, of what takes long. Default: auto.")
    ProgressStyle progress = ProgressStyle.AUTO;

    @Option(
            names = "--new-take",
            description = "Buys another take, for money, once the last one is published, has failed or cannot be used;"
                    + " plan and status tell of it and buy nothing.")
    boolean newTake;

    @Option(names = "--json", description = "One JSON object as the last line of stdout.")
    boolean json;

    @Option(names = "--log-level", paramLabel = "LEVEL", description = "error, warn, info or debug. Default: warn.")
    LogLevel logLevel = LogLevel.WARN;

    PlanOptions plan() {
        return new PlanOptions(show, root, set, only, draft);
    }

    /** Whether a stack trace is wanted with every problem. */
    boolean isDebug() {
        return logLevel == LogLevel.DEBUG;
    }

    void applyLogLevel() {
        Logger.getLogger("").setLevel(logLevel.level());
    }
}
