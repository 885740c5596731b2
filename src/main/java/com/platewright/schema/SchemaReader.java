// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.yaml.KeyPath;
import com.platewright.yaml.Node;
import com.platewright.yaml.Node.Entry;
import com.platewright.yaml.Node.Mapping;
import com.platewright.yaml.Node.Nothing;
import com.platewright.yaml.Node.Scalar;
import com.platewright.yaml.Node.Sequence;
import com.platewright.yaml.Node.Unread;
import com.platewright.yaml.Problem;
import com.platewright.yaml.Where;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a tree by a schema: every value becomes what the schema says it is, absent keys take their defaults, and each
 * violation becomes a problem at its place. What violates the schema counts as not said, so that the rest can still be
 * judged.
 *
 * <p>networknt's json-schema-validator agrees with it in the tests and would be the library to take, but it needs 130
 * to 230 ms of a start that may last 400, and cannot say what a plain scalar is before it knows what is wanted.
 */
public final class SchemaReader {
    /**
     * What was read.
     *
     * @param value complete and valid where there are no problems; else what is valid of it
     */
    public record Reading(ObjectNode value, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** A key on the way down: its path from the root, and where it stands (or where the map stands that lacks it). */
    private record Key(String path, Where where) {
        Key child(String name, Where place) {
            return new Key(KeyPath.join(path, name), place);
        }
    }

    private final Schema schema;
    private final ScalarRules scalars;
    private final List<Problem> problems = new ArrayList<>();

    private SchemaReader(Schema schema, Map<String, TextFormat> formats) {
        this.schema = schema;
        this.scalars = new ScalarRules(schema, formats);
    }

    /**
     * Reads a tree.
     *
     * @param formats the rules behind the schema's names of formats; names that are not among them are not checked
     */
    public static Reading read(Mapping tree, Schema schema, Map<String, TextFormat> formats) {
        SchemaReader reader = new SchemaReader(schema, formats);
        ObjectNode value = reader.map(tree, schema.root(), new Key("", tree.where()));
        return new Reading(value, reader.problems);
    }

    private Optional<JsonNode> read(Node node, JsonNode raw, Key key) {
        Set<String> types = schema.types(raw);
        if (node instanceof Unread) {
            return Optional.empty();
        }
        if (node instanceof Nothing && types.contains("null")) {
            return Optional.of(NullNode.getInstance());
        }
        if (node instanceof Mapping map && types.contains("object")) {
            return variant(map, raw, key).map(shape -> map(map, shape, key));
        }
        if (node instanceof Sequence list && types.contains("array")) {
            return list(list, raw, key);
        }
        if (node instanceof Scalar scalar) {
            return scalars.read(scalar, raw, key.path(), problems);
        }
        problems.add(new Problem(
                node.where(),
                key.path() + " is " + Expectation.found(node) + "; it takes " + Expectation.wanted(schema, raw)));
        return Optional.empty();
    }

    private ObjectNode map(Mapping map, JsonNode raw, Key key) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> known = schema.properties(raw);
        Optional<JsonNode> named = schema.named(raw);
        map.entries().forEach((name, entry) -> {
            Key child = key.child(name, entry.key());
            Optional<JsonNode> shape = Optional.ofNullable(known.get(name)).or(() -> named);
            if (shape.isEmpty()) {
                problems.add(new Problem(entry.key(), UnknownKey.sentence(schema, raw, child.path(), name)));
            } else if (known.containsKey(name) || isName(map, raw, name, entry, child)) {
                read(entry.value(), shape.get(), child)
                        .or(() -> unsaid(shape.get()))
                        .ifPresent(read -> value.set(name, read));
            }
        });
        known.forEach((name, shape) -> {
            if (!map.entries().containsKey(name)) {
                absent(name, shape, raw, key).ifPresent(read -> value.set(name, read));
            }
        });
        return value;
    }

    /** Whether an entry under a key of the user's choice stays: not if a null takes it away or its name is none. */
    private boolean isName(Mapping map, JsonNode raw, String name, Entry entry, Key key) {
        JsonNode names = schema.resolve(raw).path("propertyNames");
        if (entry.value() instanceof Nothing nothing) {
            if (!nothing.tookAway()) {
                Set<String> others = new HashSet<>(map.entries().keySet());
                others.remove(name);
                problems.add(new Problem(
                        entry.key(),
                        "there is no " + key.path() + " to take away" + UnknownKey.didYouMean(name, others)));
            }
            return false;
        }
        if (names.has("pattern") && !name.matches(names.path("pattern").asText())) {
            problems.add(new Problem(
                    entry.key(), Expectation.quoted(name) + " cannot be a name here; " + Expectation.pattern(names)));
            return false;
        }
        return true;
    }

    private Optional<JsonNode> absent(String name, JsonNode shape, JsonNode map, Key key) {
        JsonNode parent = schema.resolve(map);
        if (lists(parent.path("required"), name) || lists(parent.path("x-required"), name)) {
            problems.add(new Problem(
                    key.where(),
                    KeyPath.join(key.path(), name) + " is missing; it takes " + Expectation.wanted(schema, shape)
                            + Expectation.meaning(schema, shape)));
            return Optional.empty();
        }
        Optional<JsonNode> unsaid = unsaid(shape);
        boolean section = unsaid.isEmpty() && schema.types(shape).contains("object");
        return section
                ? Optional.of(map(new Mapping(key.where(), Map.of()), shape, key.child(name, key.where())))
                : unsaid;
    }

    /** What a key is that says nothing, or nothing valid: its default, else null where it may be null. */
    private Optional<JsonNode> unsaid(JsonNode shape) {
        JsonNode initial = schema.defaultOf(shape);
        if (!initial.isMissingNode()) {
            return Optional.of(initial);
        }
        return schema.types(shape).contains("null") ? Optional.of(NullNode.getInstance()) : Optional.empty();
    }

    private Optional<JsonNode> list(Sequence list, JsonNode raw, Key key) {
        JsonNode shape = schema.resolve(raw);
        int before = problems.size();
        ArrayNode value = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            Key child = new Key(key.path() + "[" + i + "]", item.where());
            read(item, shape.path("items"), child).ifPresent(read -> {
                if (shape.path("uniqueItems").asBoolean() && contains(value, read)) {
                    problems.add(new Problem(item.where(), child.path() + " stands in this list already"));
                }
                value.add(read);
            });
        }
        int least = shape.path("minItems").asInt(0);
        int most = shape.path("maxItems").asInt(Integer.MAX_VALUE);
        if (list.items().size() < least || list.items().size() > most) {
            String wanted = list.items().size() < least ? "at least " + least : "at most " + most;
            problems.add(new Problem(
                    list.where(), key.path() + " has " + list.items().size() + " items; it takes " + wanted));
        }
        return problems.size() == before ? Optional.of(value) : Optional.empty();
    }

    /** The shape of a map among its variants: the one whose {@code const} the map holds. */
    private Optional<JsonNode> variant(Mapping map, JsonNode raw, Key key) {
        List<JsonNode> variants = schema.variants(raw);
        if (variants.isEmpty()) {
            return Optional.of(raw);
        }
        String by = discriminator(variants.get(0));
        List<String> words = variants.stream().map(v -> constant(v, by)).toList();
        String path = KeyPath.join(key.path(), by);
        Entry entry = map.entries().get(by);
        if (entry == null) {
            problems.add(new Problem(key.where(), path + " is missing; it takes " + Expectation.choice(words)));
            return Optional.empty();
        }
        String word = entry.value() instanceof Scalar scalar ? scalar.text() : "";
        if (!words.contains(word)) {
            problems.add(new Problem(
                    entry.value().where(),
                    path + " is " + Expectation.found(entry.value()) + "; it takes " + Expectation.choice(words)
                            + UnknownKey.didYouMean(word, words)));
            return Optional.empty();
        }
        return Optional.of(variants.get(words.indexOf(word)));
    }

    private String discriminator(JsonNode variant) {
        return schema.properties(variant).entrySet().stream()
                .filter(property -> property.getValue().has("const"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the schema has a variant without a const"));
    }

    private static String constant(JsonNode variant, String key) {
        return variant.path("properties").path(key).path("const").asText();
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        return lists(list, value.asText());
    }

    private static boolean lists(JsonNode list, String word) {
        for (JsonNode item : list) {
            if (item.asText().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
