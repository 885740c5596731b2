// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.pipeline.Outcome;
import com.platewright.show.Shows;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. Results go to stdout; progress, logs and problems to stderr. */
@Command(
        name = "platewright",
        versionProvider = Release.class,
        mixinStandardHelpOptions = true,
        description = "Brings generated HDR clips into shots: buys, fetches, delivers, verifies and publishes them.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // Worker threads of libraries must not keep a finished program alive.
        System.exit(run(new Console(out, err, System.getenv()), args));
    }

    /** Runs a command line and returns its exit code. */
    static int run(Console console, String... args) {
        Thread beside = warmUp(args);
        CommandLine line = new CommandLine(new Main());
        new Commands(console).addTo(line, args);
        line.setOut(console.outWriter());
        line.setErr(console.errWriter());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOverwrittenOptionsAllowed(false);
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            e.printStackTrace(console.err());
            return ExitCode.INTERNAL.exit();
        });
        line.setParameterExceptionHandler((e, given) -> misused(console, e, given));
        await(beside);
        return args.length == 0 ? usage(line) : line.execute(args);
    }

    /**
     * Every command of more than one word reads a show, and to describe a command takes as long as to make ready for that:
     * each has a core. It is over before the command begins, so that nothing is initialised from two sides at once.
     */
    private static Thread warmUp(String... args) {
        Thread thread = new Thread(Shows::warmUp, "warm-up");
        thread.setDaemon(true);
        if (args.length > 1 && !List.of(args).contains("--help")) {
            thread.start();
        }
        return thread;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the command finds out by itself
        }
    }

    /** Says what is wrong with a command line; as an object too for whoever asked for one. */
    private static int misused(Console console, CommandLine.ParameterException e, String... given) {
        String message = String.valueOf(e.getMessage());
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.err().println(message);
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, console.errWriter())) {
            console.err().println("See `" + command + " --help`.");
        }
        if (List.of(given).contains("--json")) {
            Said said = Said.of(ExitCode.USAGE, message);
            console.out().println(new StepResult(Set.of(), Optional.empty(), Outcome.NONE, said, 0).json());
        }
        return ExitCode.USAGE.exit();
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return ExitCode.USAGE.exit();
    }
}
