// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.platewright.yaml.KeyPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON Schema (draft 2020-12) as the single list of keys, types, ranges and descriptions.
 *
 * <p>Of the standard's vocabulary these are read: {@code type, enum, const, minimum, maximum, exclusiveMinimum,
 * pattern, minLength, items, minItems, maxItems, uniqueItems, properties, required, additionalProperties,
 * propertyNames, default}, {@code $ref} to {@code $defs}, and {@code anyOf} among maps told apart by a key that each
 * holds as a {@code const}. Of the editors' vocabulary, {@code patternErrorMessage}. Of our own:
 *
 * <ul>
 *   <li>{@code x-required}: keys that must be there once all layers are merged, though one file may leave them out
 *   <li>{@code x-instead}: names that people try, and what to do instead
 * </ul>
 *
 * Patterns are anchored at both ends. Rules that span several keys ({@code oneOf, if, dependentRequired}) stand in the
 * documents for editors; the packages that own the keys check them.
 */
public final class Schema {
    private final JsonNode root;

    private Schema(JsonNode root) {
        this.root = root;
    }

    /** Reads a schema from its JSON text. */
    public static Schema parse(String json) {
        try {
            return new Schema(Records.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is not JSON: " + e.getMessage(), e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** The schema that a {@code $ref} leads to; others as they are. */
    JsonNode resolve(JsonNode schema) {
        String ref = schema.path("$ref").asText();
        if (ref.isEmpty()) {
            return schema;
        }
        JsonNode target = root.at(ref.substring(1));
        if (target.isMissingNode()) {
            throw new IllegalStateException("the schema has no " + ref);
        }
        return resolve(target);
    }

    /** What a key takes where it is absent: the default beside a {@code $ref} goes before the one behind it. */
    JsonNode defaultOf(JsonNode schema) {
        JsonNode near = schema.path("default");
        return near.isMissingNode() ? resolve(schema).path("default") : near;
    }

    /** The names of the types that a value may have, such as {@code integer} and {@code null}. */
    Set<String> types(JsonNode schema) {
        JsonNode type = resolve(schema).path("type");
        Set<String> types = new LinkedHashSet<>();
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(name -> types.add(name.asText()));
        return types;
    }

    /** The keys of a map, in the order of the document, without those of its variants. */
    Map<String, JsonNode> properties(JsonNode schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        resolve(schema).path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
        return properties;
    }

    /** What a map holds under keys of the user's choice; empty if it takes none. */
    Optional<JsonNode> named(JsonNode schema) {
        JsonNode additional = resolve(schema).path("additionalProperties");
        return additional.isObject() ? Optional.of(additional) : Optional.empty();
    }

    /** The variants of a map, each told apart by the {@code const} of one key; empty if there is one shape only. */
    List<JsonNode> variants(JsonNode schema) {
        List<JsonNode> variants = new ArrayList<>();
        resolve(schema).path("anyOf").forEach(variant -> {
            if (resolve(variant).has("properties")) {
                variants.add(resolve(variant));
            }
        });
        return variants;
    }

    /**
     * A path taken apart into keys by what the schema knows. An unknown key ends at its first dot.
     *
     * @param value the schema of the value at the path; missing where the path leads nowhere
     */
    record Route(List<String> keys, JsonNode value) {}

    Route route(String path) {
        List<String> keys = new ArrayList<>();
        JsonNode at = root;
        String left = path;
        while (!left.isEmpty()) {
            Map<String, JsonNode> known = known(at);
            String head = KeyPath.first(left, known.keySet()).orElse(left.split("\\.", 2)[0]);
            JsonNode open = named(at).orElse(MissingNode.getInstance());
            at = known.getOrDefault(head, open);
            keys.add(head);
            left = KeyPath.rest(left, head.length());
        }
        return new Route(keys, at);
    }

    /** Every key path that the schema knows, the user's own names as {@code <name>}. */
    Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        collect(root, "", paths);
        return paths;
    }

    private void collect(JsonNode schema, String path, Set<String> paths) {
        known(schema).forEach((key, child) -> {
            String childPath = KeyPath.join(path, key);
            paths.add(childPath);
            collect(child, childPath, paths);
        });
        named(schema).ifPresent(child -> collect(child, KeyPath.join(path, "<name>"), paths));
    }

    /** The keys that may follow: of a map, of its variants, or of the maps that a list holds. */
    private Map<String, JsonNode> known(JsonNode schema) {
        Map<String, JsonNode> known = properties(schema);
        known.putAll(properties(resolve(schema).path("items")));
        variants(schema).forEach(variant -> properties(variant).forEach(known::putIfAbsent));
        return known;
    }
}
