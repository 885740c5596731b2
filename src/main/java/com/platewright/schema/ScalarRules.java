// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.platewright.yaml.Node.Scalar;
import com.platewright.yaml.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a schema says about a single value: type, words to choose from, range, pattern and format. */
final class ScalarRules {
    private final Schema schema;
    private final Map<String, TextFormat> formats;

    ScalarRules(Schema schema, Map<String, TextFormat> formats) {
        this.schema = schema;
        this.formats = Map.copyOf(formats);
    }

    /** The value, or nothing and a problem. */
    Optional<JsonNode> read(Scalar scalar, JsonNode raw, String path, List<Problem> problems) {
        JsonNode shape = schema.resolve(raw);
        Set<String> types = schema.types(shape);
        Optional<JsonNode> typed = Scalars.read(scalar, types);
        if (typed.isEmpty()) {
            String remedy =
                    Scalars.remedy(scalar, types).map(says -> ": " + says).orElse("");
            problems.add(new Problem(scalar.where(), wrong(scalar, shape, path) + remedy));
            return Optional.empty();
        }
        JsonNode value = typed.get();
        Optional<String> violation = violation(scalar, value, shape, path);
        if (violation.isPresent()) {
            problems.add(new Problem(scalar.where(), violation.get()));
            return Optional.empty();
        }
        return value.isTextual() ? formatted(scalar, shape, path, problems) : typed;
    }

    private Optional<String> violation(Scalar scalar, JsonNode value, JsonNode shape, String path) {
        if (shape.has("enum")) {
            List<String> words = Expectation.words(shape);
            return words.contains(value.asText())
                    ? Optional.empty()
                    : Optional.of(wrong(scalar, shape, path) + UnknownKey.didYouMean(value.asText(), words));
        }
        if (value.isNumber()) {
            return inRange(value.decimalValue(), shape) ? Optional.empty() : Optional.of(wrong(scalar, shape, path));
        }
        if (value.isTextual()) {
            return text(scalar, shape, path);
        }
        return Optional.empty();
    }

    private Optional<String> text(Scalar scalar, JsonNode shape, String path) {
        String text = scalar.text();
        if (text.isBlank() && shape.path("minLength").asInt(0) > 0) {
            return Optional.of(path + " is empty; it takes text");
        }
        if (shape.has("pattern") && !text.matches(shape.path("pattern").asText())) {
            return Optional.of(wrong(scalar, shape, path));
        }
        return Optional.empty();
    }

    private Optional<JsonNode> formatted(Scalar scalar, JsonNode shape, String path, List<Problem> problems) {
        TextFormat format = formats.get(shape.path("format").asText());
        if (format == null) {
            return Optional.of(TextNode.valueOf(scalar.text()));
        }
        try {
            return Optional.of(
                    TextNode.valueOf(format.read(scalar.text(), scalar.where().source())));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(scalar.where(), path + ": " + e.getMessage()));
            return Optional.empty();
        }
    }

    private String wrong(Scalar scalar, JsonNode shape, String path) {
        String wanted =
                shape.has("pattern") ? Expectation.pattern(shape) : "it takes " + Expectation.wanted(schema, shape);
        return path + " is " + Expectation.found(scalar) + "; " + wanted;
    }

    private static boolean inRange(BigDecimal value, JsonNode shape) {
        boolean aboveLeast =
                !shape.has("minimum") || value.compareTo(shape.path("minimum").decimalValue()) >= 0;
        boolean above = !shape.has("exclusiveMinimum")
                || value.compareTo(shape.path("exclusiveMinimum").decimalValue()) > 0;
        boolean belowMost =
                !shape.has("maximum") || value.compareTo(shape.path("maximum").decimalValue()) <= 0;
        return aboveLeast && above && belowMost;
    }
}
