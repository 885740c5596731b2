// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.ledger.Entry;
import com.platewright.ledger.Ledger;
import com.platewright.ledger.SqliteLedger;
import com.platewright.pipeline.Books;
import com.platewright.plan.OptionException;
import com.platewright.show.ConfigException;
import com.platewright.show.ShowConfig;
import com.platewright.take.TakeEntries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ledger}: what was spent. Filled by picocli. */
@Command(
        name = "ledger",
        description = "What was spent: by show, shot, day or operation; estimate beside charge.",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class LedgerCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    ShowOptions options = new ShowOptions();

    @Option(names = "--root", paramLabel = "DIR", description = "The show's root folder.")
    Optional<Path> root = Optional.empty();

    @Option(names = "--by", paramLabel = "WHAT", description = "show, shot, day or operation. Default: shot.")
    LedgerTable.By by = LedgerTable.By.SHOT;

    @Option(names = "--from", paramLabel = "DAY", description = "The first day, such as 2026-11-22.")
    Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "The last day.")
    Optional<LocalDate> to = Optional.empty();

    @Option(names = "--rebuild", description = "First puts down what the journals of all shots tell.")
    boolean rebuild;

    LedgerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            ShowConfig config = config();
            List<Entry> entries = entries(config);
            LedgerTable.Days days = new LedgerTable.Days(from, to);
            LedgerTable table =
                    LedgerTable.of(entries, by, days, config.budget().timeZone());
            if (options.json) {
                console.out().println(object(config, table));
            } else {
                console.out().println(Books.file(config) + ", by " + by.word() + days.words());
                List<String> lines = table.lines();
                (lines.isEmpty() ? List.of("nothing was bought") : lines).forEach(console.out()::println);
            }
            return ExitCode.DONE.exit();
        } catch (Exception | UnsatisfiedLinkError e) {
            return Failure.of(console, e, options.json, false);
        }
    }

    private ShowConfig config() throws ConfigException, OptionException {
        if (options.show.isEmpty() && root.isEmpty()) {
            throw new OptionException("ledger needs --show NAME or --root DIR: each show has its own.");
        }
        return options.config(
                console,
                root.map(r -> Map.of(
                                "paths.root", r.toAbsolutePath().normalize().toString()))
                        .orElse(Map.of()));
    }

    private List<Entry> entries(ShowConfig config) throws IOException {
        if (rebuild) {
            try (Ledger ledger = Books.open(config)) {
                ledger.restore(TakeEntries.below(config.paths().root()));
                return ledger.entries();
            }
        }
        Optional<Ledger> found = SqliteLedger.find(Books.file(config));
        if (found.isEmpty()) {
            return TakeEntries.below(config.paths().root()); // nothing was bought yet, or the ledger is gone
        }
        try (Ledger ledger = found.get()) {
            return ledger.entries();
        }
    }

    private ObjectNode object(ShowConfig config, LedgerTable table) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("status", "done").put("code", ExitCode.DONE.word()).put("exit", ExitCode.DONE.exit());
        root.put("ledger", Books.file(config).toString());
        root.put("from", from.map(LocalDate::toString).orElse(null));
        root.put("to", to.map(LocalDate::toString).orElse(null));
        table.put(root);
        root.putArray("problems");
        return root;
    }
}
