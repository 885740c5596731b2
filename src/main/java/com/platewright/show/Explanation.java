// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.platewright.yaml.KeyPath;
import com.platewright.yaml.Located;
import com.platewright.yaml.Where;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Prints a merged show with the origin of every value. */
final class Explanation {
    /** Where the comments start, unless a value is longer. */
    private static final int COMMENT_COLUMN = 56;

    /** Text that every reader of YAML takes for text, quotes or not. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./@+-]*(?: [A-Za-z0-9_./@+-]+)*");

    private static final Pattern NOT_TEXT = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null|nan|inf(inity)?");

    /** Where a value comes from that no layer holds: the schema. */
    private static final String BUILT_IN = "built in";

    private final Located located;

    /** Names that files of several layers share, so that only their paths tell them apart. */
    private final Set<String> alike;

    Explanation(Located located) {
        this.located = located;
        Set<String> seen = new HashSet<>();
        this.alike = located.sources().stream()
                .map(source -> lastName(source.name()))
                .filter(name -> !seen.add(name))
                .collect(Collectors.toSet());
    }

    String yaml(ObjectNode show) {
        StringBuilder out = new StringBuilder();
        map(show, "", 0, out);
        return out.toString();
    }

    ObjectNode json(String name, ObjectNode show) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("show", name);
        json.set("config", show.deepCopy());
        origins(show, "", json.putObject("origins"));
        return json;
    }

    private void origins(ObjectNode map, String path, ObjectNode origins) {
        map.properties().forEach(entry -> {
            String key = KeyPath.join(path, entry.getKey());
            if (entry.getValue() instanceof ObjectNode child && !child.isEmpty()) {
                origins(child, key, origins);
            } else {
                origins.put(key, located.find(key).map(Where::toString).orElse(BUILT_IN));
            }
        });
    }

    private void map(ObjectNode map, String path, int indent, StringBuilder out) {
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            String key = KeyPath.join(path, entry.getKey());
            if (entry.getValue() instanceof ObjectNode child
                    && !(child.isEmpty() && located.nulls(key).isEmpty())) {
                out.append(start(indent, entry.getKey())).append('\n');
                map(child, key, indent + 2, out);
            } else {
                out.append(line(start(indent, entry.getKey()) + " " + value(entry.getValue()), key));
            }
            if (indent == 0) {
                out.append('\n');
            }
        }
        // What a layer took away is part of the answer to where things come from.
        for (String name : located.nulls(path)) {
            if (!map.has(name)) {
                out.append(line(start(indent, name) + " null", KeyPath.join(path, name)));
            }
        }
    }

    private static String start(int indent, String key) {
        return " ".repeat(indent) + text(key) + ":";
    }

    private String line(String text, String key) {
        return String.format(Locale.ROOT, "%-" + COMMENT_COLUMN + "s # %s\n", text, origin(key));
    }

    private String origin(String key) {
        return located.find(key).map(this::shortPlace).orElse(BUILT_IN);
    }

    private String shortPlace(Where where) {
        String name = where.source().name();
        if (where.line() == 0) {
            return name;
        }
        String last = lastName(name);
        return (alike.contains(last) ? name : last) + ":" + where.line();
    }

    private static String lastName(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    private static String value(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Explanation::value)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            return "{}";
        }
        return value.isTextual() ? text(value.asText()) : value.asText();
    }

    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !NOT_TEXT.matcher(text).matches();
        return plain ? text : TextNode.valueOf(text).toString();
    }
}
