// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.yaml.Node;
import com.platewright.yaml.Node.Mapping;
import com.platewright.yaml.Node.Nothing;
import com.platewright.yaml.Node.Scalar;
import com.platewright.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts into words what a schema wants and what was found instead. */
final class Expectation {
    /** Longer texts are cut; the place says where to read the rest. */
    private static final int LONGEST = 48;

    private Expectation() {}

    /** Such as {@code a whole number from 1 to 10} or {@code error, warn or off}; null goes without saying. */
    static String wanted(Schema schema, JsonNode raw) {
        JsonNode node = schema.resolve(raw);
        if (node.has("enum")) {
            return choice(words(node));
        }
        Set<String> types = schema.types(node);
        return choice(types.stream()
                .filter(type -> !type.equals("null") || types.size() == 1)
                .map(type -> phrase(type, node))
                .toList());
    }

    /** What a text has to look like, in a sentence of the schema's. */
    static String pattern(JsonNode schema) {
        return schema.path("patternErrorMessage").asText("it has to fit the pattern " + schema.path("pattern"));
    }

    /** What a key means, to follow a sentence about it; nothing where the schema does not say. */
    static String meaning(Schema schema, JsonNode raw) {
        String near = raw.path("description").asText();
        String meaning =
                near.isEmpty() ? schema.resolve(raw).path("description").asText() : near;
        return meaning.isEmpty() ? "" : ". " + meaning;
    }

    /** The words of an {@code enum}, without null, which is no word. */
    static List<String> words(JsonNode schema) {
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(word -> words.add(word.asText()));
        words.remove("null");
        return words;
    }

    /** Such as {@code "five"}, {@code 23.976} or {@code a list}. */
    static String found(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.plain() && isWord(scalar.text()) ? scalar.text() : quoted(scalar.text());
        }
        if (node instanceof Mapping) {
            return "a map (text that starts with { needs quotes)";
        }
        return node instanceof Sequence ? "a list" : node instanceof Nothing ? "null" : "unreadable";
    }

    static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return '"' + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + '"';
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    static String choice(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static String phrase(String type, JsonNode schema) {
        return switch (type) {
            case "integer" -> "a whole number" + range(schema);
            case "number" -> "a number" + range(schema);
            case "boolean" -> "true or false";
            case "string" -> "text";
            case "array" -> "a list";
            case "object" -> "a map of keys";
            default -> type;
        };
    }

    private static String range(JsonNode schema) {
        String most = schema.path("maximum").asText();
        if (schema.has("exclusiveMinimum")) {
            String above = " above " + schema.path("exclusiveMinimum").asText();
            return most.isEmpty() ? above : above + " and up to " + most;
        }
        String least = schema.path("minimum").asText();
        if (least.isEmpty()) {
            return most.isEmpty() ? "" : " up to " + most;
        }
        return most.isEmpty() ? " from " + least + " up" : " from " + least + " to " + most;
    }

    private static boolean isWord(String text) {
        return text.matches("[-+.:/%\\w]{1,24}");
    }
}
