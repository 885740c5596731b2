// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.pipeline.Step;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands by their names, in the order of the help. To describe all of them to picocli takes a third of the time in
 * which {@code plan} answers, so only the one that is called is described.
 */
final class Commands {
    private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

    Commands(Console console) {
        step(console, "run", "All steps, streaming from one into the next.", EnumSet.allOf(Step.class));
        step(console, "generate", "Step 1: buys the clip and waits for it.", EnumSet.of(Step.GENERATE));
        step(console, "fetch", "Step 2: downloads the clip and proves its archive.", EnumSet.of(Step.FETCH));
        step(console, "deliver", "Step 3: makes every deliverable in staging.", EnumSet.of(Step.DELIVER));
        step(console, "verify", "Step 4: opens everything again and judges it.", EnumSet.of(Step.VERIFY));
        step(console, "publish", "Step 5: makes the version visible in one rename.", EnumSet.of(Step.PUBLISH));
        byName.put("plan", () -> new PlanCommand(console));
        byName.put("status", () -> new StatusCommand(console));
        byName.put("ledger", () -> new LedgerCommand(console));
        byName.put("compare", () -> new CompareCommand(console));
        byName.put("pick", () -> new PickCommand(console));
        byName.put("qc", () -> new QcCommand(console));
        byName.put("sandbox", () -> new SandboxCommand(console));
        byName.put("config", () -> new ConfigCommand(console));
        byName.put("doctor", () -> new DoctorCommand(console));
    }

    /** Adds the command that the first argument names to the program's line, or all of them where it names none. */
    void addTo(CommandLine program, String... args) {
        if (args.length > 0 && byName.containsKey(args[0])) {
            program.addSubcommand(args[0], byName.get(args[0]).get());
        } else {
            byName.forEach((name, command) -> program.addSubcommand(name, command.get()));
        }
    }

    private void step(Console console, String name, String description, EnumSet<Step> steps) {
        byName.put(name, () -> {
            CommandLine line = new CommandLine(new StepCommand(console, steps));
            line.getCommandSpec().name(name);
            line.getCommandSpec().usageMessage().description(description);
            return line;
        });
    }
}
