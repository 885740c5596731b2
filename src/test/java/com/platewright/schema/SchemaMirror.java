// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The keys of a schema and the components of a record, both as key paths, to be compared. */
public final class SchemaMirror {
    private SchemaMirror() {}

    /** Every key path of a schema document. */
    public static Set<String> keys(String schema) {
        return new TreeSet<>(Schema.parse(schema).paths());
    }

    /** The default of every key that has one, as {@code path=json}. */
    public static Set<String> defaults(String schema) {
        Schema parsed = Schema.parse(schema);
        Set<String> defaults = new TreeSet<>();
        for (String path : parsed.paths()) {
            JsonNode value = parsed.defaultOf(parsed.route(path).value());
            if (!value.isMissingNode()) {
                defaults.add(path + "=" + value);
            }
        }
        return defaults;
    }

    /** The keys without a description, of which editors and problems would have nothing to say. */
    public static Set<String> undescribed(String schema) {
        Schema parsed = Schema.parse(schema);
        return parsed.paths().stream()
                .filter(path -> !path.endsWith(".kind"))
                .filter(path ->
                        Expectation.meaning(parsed, parsed.route(path).value()).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every component of a record, as the key path that binds to it. */
    public static Set<String> components(Class<?> record) {
        Set<String> paths = new TreeSet<>();
        collect(record, "", paths);
        return paths;
    }

    private static void collect(Type type, String path, Set<String> paths) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean named = generic.getRawType() == java.util.Map.class;
            collect(arguments[arguments.length - 1], named ? join(path, "<name>") : path, paths);
        } else if (type instanceof Class<?> found && found.getPackageName().startsWith("com.platewright")) {
            JsonSubTypes kinds = found.getAnnotation(JsonSubTypes.class);
            if (kinds != null) {
                paths.add(join(path, "kind"));
                Arrays.stream(kinds.value()).forEach(kind -> collect(kind.value(), path, paths));
            } else if (isMap(found)) {
                Arrays.stream(found.getRecordComponents()).forEach(component -> component(component, path, paths));
            }
        }
    }

    /** Whether a record is written as a map of keys, not as one text of its own form. */
    private static boolean isMap(Class<?> type) {
        return type.isRecord()
                && !type.getPackageName().endsWith(".shot")
                && !type.getSimpleName().endsWith("Template");
    }

    private static void component(RecordComponent component, String path, Set<String> paths) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        String key = named == null ? new SnakeCaseStrategy().translate(component.getName()) : named.value();
        paths.add(join(path, key));
        collect(component.getGenericType(), join(path, key), paths);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
