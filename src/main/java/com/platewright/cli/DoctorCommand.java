// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.cli.doctor.Checkup;
import com.platewright.cli.doctor.Checkup.Grade;
import com.platewright.cli.doctor.Disk;
import com.platewright.cli.doctor.Libraries;
import com.platewright.cli.doctor.Machine;
import com.platewright.pipeline.Outcome;
import com.platewright.pipeline.Status;
import com.platewright.pipeline.Step;
import com.platewright.show.ConfigException;
import com.platewright.show.LoadedShow;
import com.platewright.yaml.Where;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: whether this machine can do the work. Filled by picocli. */
@Command(
        name = "doctor",
        description = "Looks at natives, codecs, colours, disk, credentials and the provider. One line each.",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--show", paramLabel = "FILE|NAME", description = "For which show. Default: demo.")
    String show = "demo";

    @Option(names = "--root", paramLabel = "DIR", description = "The show's root folder.")
    Optional<Path> root = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any configuration key. Repeatable.")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--json", description = "One JSON object as the last line of stdout.")
    boolean json;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LoadedShow loaded;
        try {
            root.ifPresent(
                    r -> set.put("paths.root", r.toAbsolutePath().normalize().toString()));
            loaded = Home.shows(console).load(show, Where.option("--show"), set);
        } catch (ConfigException e) {
            return Failure.of(console, e, json, false);
        }
        List<Checkup> all = new ArrayList<>(Machine.look());
        all.addAll(Libraries.look(loaded));
        all.addAll(Disk.look(loaded.config().paths().root()));
        all.addAll(new ProviderCheck(console, loaded.config()).look());
        boolean sound = all.stream().noneMatch(c -> c.grade() == Grade.FAIL);
        if (json) {
            console.out().println(json(all, sound));
        } else {
            all.forEach(console.out()::println);
        }
        return (sound ? ExitCode.DONE : ExitCode.UNAVAILABLE).exit();
    }

    private static ObjectNode json(List<Checkup> all, boolean sound) {
        List<String> problems = all.stream()
                .filter(c -> c.grade() == Grade.FAIL)
                .map(c -> c.what() + ": " + c.found() + ". " + c.remedy())
                .toList();
        Said said = Said.of(sound ? ExitCode.DONE : ExitCode.UNAVAILABLE, problems);
        ObjectNode root = new StepResult(EnumSet.noneOf(Step.class), Optional.empty(), Outcome.NONE, said, 0).json();
        if (sound) {
            root.put("status", Status.VERIFIED.word()).put("code", Status.VERIFIED.word());
        }
        ArrayNode checks = root.putArray("checkups");
        for (Checkup each : all) {
            checks.addObject()
                    .put("grade", each.grade().word())
                    .put("what", each.what())
                    .put("found", each.found())
                    .put("remedy", each.remedy().isEmpty() ? null : each.remedy());
        }
        return root;
    }
}
