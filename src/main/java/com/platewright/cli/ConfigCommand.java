// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.cli.doctor.ShowColours;
import com.platewright.pipeline.Outcome;
import com.platewright.pipeline.Status;
import com.platewright.pipeline.Step;
import com.platewright.plan.Prices;
import com.platewright.request.Requests;
import com.platewright.show.ConfigException;
import com.platewright.show.LoadedShow;
import com.platewright.show.Shows;
import com.platewright.yaml.Problem;
import com.platewright.yaml.Where;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code config}: looks at shows. Filled by picocli. */
@Command(
        name = "config",
        description = "Looks at shows: validates, prints, prints the schema.",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class ConfigCommand implements Runnable {
    private static final String NAME = "A show's name, or the path of its file.";
    private static final String SET = "Any configuration key, such as --set provider.deadline_s=60. Repeatable.";
    private static final String JSON = "One JSON object as the last line of stdout.";

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    ConfigCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "config needs one of: check, show, schema");
    }

    @Command(
            name = "check",
            description = "Validates a show, or all of them. Every problem is said, with file, line and column.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(paramLabel = "SHOW", arity = "0..1", description = NAME) Optional<String> show,
            @Option(names = "--set", paramLabel = "KEY=VALUE", description = SET) Map<String, String> set,
            @Option(names = "--json", description = JSON) boolean json) {
        Shows shows = Home.shows(console);
        List<Problem> problems = new ArrayList<>();
        List<String> good = new ArrayList<>();
        try {
            for (String name : show.isPresent() ? List.of(show.get()) : shows.names()) {
                List<Problem> found = problems(shows, name, set);
                problems.addAll(found);
                if (found.isEmpty()) {
                    good.add(name);
                }
            }
        } catch (ConfigException | UnsatisfiedLinkError e) {
            return Failure.of(console, e, json, false);
        }
        return checked(good, Problem.sorted(problems), json);
    }

    private static List<Problem> problems(Shows shows, String name, Map<String, String> set) {
        try {
            LoadedShow loaded = shows.load(name, Where.option("SHOW"), orEmpty(set));
            List<Problem> found = new ArrayList<>(ShowColours.problems(loaded));
            if (loaded.config().provider().prices().isPresent()) {
                found.addAll(Prices.problems(loaded.config().provider().prices().get()));
            }
            return found;
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    private int checked(List<String> good, List<Problem> problems, boolean json) {
        Said said = new Said(
                problems.isEmpty() ? ExitCode.DONE : ExitCode.CONFIG,
                problems.stream()
                        .map(p -> new Said.Trouble(p.message(), p.where().toString()))
                        .toList());
        if (!json) {
            good.forEach(name -> console.out().println(name + ": valid"));
            return problems.isEmpty() ? ExitCode.DONE.exit() : Failure.show(console, said, false);
        }
        ObjectNode root = new StepResult(EnumSet.noneOf(Step.class), Optional.empty(), Outcome.NONE, said, 0).json();
        if (problems.isEmpty()) {
            root.put("status", Status.VERIFIED.word()).put("code", Status.VERIFIED.word());
        }
        ArrayNode names = root.putArray("valid");
        good.forEach(names::add);
        problems.forEach(console.err()::println);
        console.out().println(root);
        return said.exit().exit();
    }

    @Command(
            name = "show",
            description = "Prints the merged show with the origin of every value; without SHOW the defaults.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "SHOW", arity = "0..1", description = NAME) Optional<String> show,
            @Option(names = "--set", paramLabel = "KEY=VALUE", description = SET) Map<String, String> set,
            @Option(names = "--json", description = JSON) boolean json) {
        try {
            Shows shows = Home.shows(console);
            LoadedShow loaded = show.isPresent()
                    ? shows.load(show.get(), Where.option("SHOW"), orEmpty(set))
                    : shows.defaults(orEmpty(set));
            if (json) {
                console.out().println(loaded.explainJson());
            } else {
                console.out().print(loaded.explain());
            }
            return ExitCode.DONE.exit();
        } catch (ConfigException e) {
            return Failure.of(console, e, json, false);
        }
    }

    @Command(
            name = "schema",
            description = "Prints the JSON Schema of a show's file, for editors.",
            mixinStandardHelpOptions = true)
    int schema(@Option(names = "--request", description = "Of a request's file instead.") boolean request) {
        console.out().print(request ? Requests.schema() : Shows.schema());
        return ExitCode.DONE.exit();
    }

    /** What picocli hands over where an option was not given. */
    private static Map<String, String> orEmpty(@org.jspecify.annotations.Nullable Map<String, String> set) {
        return set == null ? Map.of() : new LinkedHashMap<>(set);
    }
}
