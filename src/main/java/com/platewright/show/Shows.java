// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.platewright.schema.Overrides;
import com.platewright.schema.Records;
import com.platewright.schema.Resource;
import com.platewright.schema.Schema;
import com.platewright.schema.SchemaReader;
import com.platewright.shot.ShotId;
import com.platewright.yaml.Layers;
import com.platewright.yaml.Located;
import com.platewright.yaml.Nearest;
import com.platewright.yaml.Node.Mapping;
import com.platewright.yaml.Problem;
import com.platewright.yaml.Source;
import com.platewright.yaml.Where;
import com.platewright.yaml.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of shows. A show is its own file laid over the site's file (if {@value #SITE} names one) laid over the
 * defaults; {@code --set} lies on top.
 */
public final class Shows {
    /** Names the site's file in the environment. */
    public static final String SITE = "PLATEWRIGHT_SITE";

    private static final String DEFAULTS = "defaults";
    private static final String SUFFIX = ".yaml";

    private final Path folder;
    private final Optional<Path> site;
    private final Schema schema;

    private Shows(Path folder, Optional<Path> site) {
        this.folder = folder;
        this.site = site;
        this.schema = Schema.parse(schema());
    }

    /**
     * Opens a folder of shows. Nothing is read yet, but for the schema.
     *
     * @param folder that holds {@code NAME.yaml} for each show, and {@code defaults.yaml}; without that file, the
     *     defaults that travel in this program apply
     * @param environment of this process
     */
    public static Shows open(Path folder, Map<String, String> environment) {
        String site = environment.getOrDefault(SITE, "");
        return new Shows(folder, site.isBlank() ? Optional.empty() : Optional.of(Path.of(site)));
    }

    /** Makes ready what the first show that is read waits for. Changes nothing, and may be called beside other work. */
    public static void warmUp() {
        Records.lookAt(ShowConfig.class);
    }

    /** The JSON Schema of a show's file, as text. */
    public static String schema() {
        return Resource.text("schema/show.schema.json");
    }

    /**
     * The names of the shows in the folder, in alphabetical order.
     *
     * @throws ConfigException if there is no such folder, or it cannot be read
     */
    public List<String> names() throws ConfigException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX) && !name.equals(DEFAULTS + SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            String message = Files.isDirectory(folder)
                    ? "this folder of shows cannot be read: " + e.getMessage()
                    : "there is no such folder of shows";
            throw new ConfigException(List.of(new Problem(Where.in(Source.file(folder)), message)));
        }
    }

    /**
     * Loads a show.
     *
     * @param show a name, which means {@code NAME.yaml} in the folder, or a path (it holds a {@code /} or ends in
     *     {@code .yaml} or {@code .yml})
     * @param asked where it is asked for: a request's {@code show:}, which its path is then relative to, or
     *     {@code Where.option("--show")}
     * @param set values by key path, as given by {@code --set}
     * @throws ConfigException if there is no such show, or it cannot be used; every problem is in it
     */
    public LoadedShow load(String show, Where asked, Map<String, String> set) throws ConfigException {
        boolean isPath = show.contains("/") || show.endsWith(SUFFIX) || show.endsWith(".yml");
        Path file = isPath ? near(asked.source().resolve(show)) : folder.resolve(show + SUFFIX);
        if (!isPath && !names().contains(show)) {
            throw unknown(show, asked);
        }
        if (isPath && !Files.exists(file)) {
            throw new ConfigException(List.of(new Problem(asked, "there is no show's file " + file)));
        }
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.replaceFirst("\\.ya?ml$", "");
        if (!ShotId.isName(name)) {
            throw new ConfigException(List.of(new Problem(
                    asked,
                    "the show's file is called " + fileName + ", but a show's name is made of letters, digits, dots,"
                            + " underscores and dashes; rename it")));
        }
        return build(name, Optional.of(file), set);
    }

    /** The defaults and the site's file as if they were a show, to be looked at; their root is the folder of shows. */
    public LoadedShow defaults(Map<String, String> set) throws ConfigException {
        return build(DEFAULTS, Optional.empty(), set);
    }

    private LoadedShow build(String name, Optional<Path> file, Map<String, String> set) throws ConfigException {
        List<YamlText> layers = layers(file);
        List<Problem> problems = new ArrayList<>();
        layers.forEach(layer -> problems.addAll(layer.problems()));
        if (!layers.stream().allMatch(YamlText::whole)) {
            throw new ConfigException(problems);
        }
        Mapping files =
                layers.stream().map(YamlText::root).reduce(Layers::merge).orElseThrow();
        YamlText all = Overrides.over(files, set, schema);
        problems.addAll(all.problems());
        Located located = new Located(all.root());
        SchemaReader.Reading reading = SchemaReader.read(all.root(), schema, ShowFormats.all());
        problems.addAll(reading.problems());
        problems.addAll(ShowRules.check(reading.value(), located));
        if (located.scalar("paths.root").isEmpty()) {
            root(reading.value(), file).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        ShowConfig config = Records.bind(reading.value(), ShowConfig.class);
        return new LoadedShow(name, config, located, reading.value());
    }

    private List<YamlText> layers(Optional<Path> file) {
        List<YamlText> layers = new ArrayList<>();
        Path defaults = folder.resolve(DEFAULTS + SUFFIX);
        layers.add(Files.exists(defaults) ? YamlText.of(defaults) : builtIn());
        site.map(YamlText::of).ifPresent(layers::add);
        file.map(YamlText::of).ifPresent(layers::add);
        return layers;
    }

    private YamlText builtIn() {
        byte[] text = Resource.text(DEFAULTS + SUFFIX).getBytes(StandardCharsets.UTF_8);
        return YamlText.of(
                text, new Source(DEFAULTS + SUFFIX, folder.toAbsolutePath().normalize()));
    }

    /** Settles a root that is null: the folder of the show's file, unless that is the folder of shows. */
    private Optional<Problem> root(ObjectNode show, Optional<Path> file) {
        if (!(show.path("paths") instanceof ObjectNode paths)
                || !paths.path("root").isNull()) {
            return Optional.empty();
        }
        Path here = folder.toAbsolutePath().normalize();
        Path home = file.map(f -> Source.file(f).folder()).orElse(here);
        paths.set("root", TextNode.valueOf(home.toString()));
        return file.filter(f -> home.equals(here))
                .map(f -> new Problem(
                        Where.in(Source.file(f)),
                        "paths.root is missing; a show in the folder of shows says where its shots live, such as root:"
                                + " /shows/NAME (or give --root)"));
    }

    private ConfigException unknown(String show, Where asked) throws ConfigException {
        List<String> names = Nearest.first(show, names());
        String known = names.isEmpty()
                ? "; the folder holds none"
                : "; there are, nearest first: " + names.stream().collect(Collectors.joining(", "));
        return new ConfigException(
                List.of(new Problem(asked, "there is no show \"" + show + "\" in " + folder + known)));
    }

    /** A path as a person would write it here: relative where it lies below the working directory. */
    private static Path near(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) && !file.equals(here) ? here.relativize(file) : file;
    }
}
