// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.plan.Estimate.Standing;
import com.platewright.schema.Resource;
import com.platewright.schema.Schema;
import com.platewright.schema.SchemaReader;
import com.platewright.schema.TextFormat;
import com.platewright.show.ConfigException;
import com.platewright.yaml.Located;
import com.platewright.yaml.Problem;
import com.platewright.yaml.Source;
import com.platewright.yaml.YamlText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A dated table of prices, such as {@code pipeline-configs/prices/luma-ray-3.2.yaml}, which is the one built in. */
public final class Prices {
    /** The sizes that are priced. */
    static final List<String> SIZES = List.of("360p", "540p", "720p", "1080p");

    private static final String BUILT_IN = "prices/luma-ray-3.2.yaml";
    private static final String EACH = "each";

    /** One price and how sure it is. */
    record Price(BigDecimal amount, Standing standing) {}

    private final LocalDate asOf;
    private final String currency;
    private final double slack;
    private final Map<String, Price> prices;

    private Prices(JsonNode table, Map<String, Price> prices) {
        this.asOf = LocalDate.parse(table.path("as_of").asText());
        this.currency = table.path("currency").asText();
        this.slack = table.path("slack_s").asDouble();
        this.prices = new TreeMap<>(prices);
    }

    /** The table that travels with the program. */
    public static Prices builtIn() {
        byte[] text = Resource.text(BUILT_IN).getBytes(StandardCharsets.UTF_8);
        try {
            return of(YamlText.of(text, new Source(BUILT_IN, Path.of("").toAbsolutePath())));
        } catch (ConfigException e) {
            throw new IllegalStateException("this build's price table is wrong", e);
        }
    }

    /**
     * A show's own table.
     *
     * @throws ConfigException with every problem and its line
     */
    public static Prices read(Path file) throws ConfigException {
        return of(YamlText.of(file));
    }

    /** What is wrong with a show's own table; nothing if it can be used. */
    public static List<Problem> problems(Path file) {
        try {
            read(file);
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    private static Prices of(YamlText text) throws ConfigException {
        List<Problem> problems = new ArrayList<>(text.problems());
        if (!text.whole()) {
            throw new ConfigException(problems);
        }
        Map<String, TextFormat> formats = Map.of("day", (day, source) -> day(day));
        Schema schema = Schema.parse(Resource.text("schema/prices.schema.json"));
        SchemaReader.Reading reading = SchemaReader.read(text.root(), schema, formats);
        problems.addAll(reading.problems());
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        Map<String, Price> prices = rows(reading.value(), new Located(text.root()), problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new Prices(reading.value(), prices);
    }

    private static Map<String, Price> rows(JsonNode table, Located located, List<Problem> problems) {
        Map<String, Price> prices = new TreeMap<>();
        for (int i = 0; i < table.path("rows").size(); i++) {
            JsonNode row = table.path("rows").get(i);
            String operation = row.path("operation").asText();
            boolean each = row.path("seconds").asText().equals(EACH);
            if (each != operation.equals("reframe")) {
                problems.add(new Problem(
                        located.where("rows[" + i + "].seconds"),
                        each
                                ? "an " + operation + " is priced by its length, such as seconds: 5"
                                : "a reframe is priced by the second; write seconds: each"));
            }
            Standing standing = Standing.valueOf(row.path("mark").asText().toUpperCase(Locale.ROOT));
            for (String size : SIZES) {
                JsonNode amount = row.path(size);
                String key = key(
                        operation,
                        row.path("seconds").asText(),
                        row.path("range").asText(),
                        size);
                if (amount.isNumber() && prices.putIfAbsent(key, new Price(amount.decimalValue(), standing)) != null) {
                    problems.add(new Problem(
                            located.where("rows[" + i + "]." + size),
                            "the price of " + key + " stands in a row above"));
                }
            }
        }
        return prices;
    }

    private static String day(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("there is no day " + text, e);
        }
    }

    LocalDate asOf() {
        return asOf;
    }

    String currency() {
        return currency;
    }

    /** How much longer than a step a clip may be, in seconds. */
    double slack() {
        return slack;
    }

    /** The price of a clip of so many seconds. */
    Optional<Price> of(String operation, int seconds, String range, String size) {
        return Optional.ofNullable(prices.get(key(operation, Integer.toString(seconds), range, size)));
    }

    /** The price of one second. */
    Optional<Price> ofEachSecond(String operation, String range, String size) {
        return Optional.ofNullable(prices.get(key(operation, EACH, range, size)));
    }

    /** The lengths that an operation is priced for, in seconds, the shortest first. */
    List<Integer> steps(String operation) {
        TreeSet<Integer> steps = new TreeSet<>();
        for (String key : prices.keySet()) {
            String[] words = key.split(" ", -1);
            if (words[0].equals(operation) && !words[1].equals(EACH)) {
                steps.add(Integer.valueOf(words[1]));
            }
        }
        return List.copyOf(steps);
    }

    private static String key(String operation, String seconds, String range, String size) {
        return operation + " " + seconds + " " + range + " " + size;
    }
}
