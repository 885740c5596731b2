// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.platewright.yaml.Layers;
import com.platewright.yaml.Node;
import com.platewright.yaml.Node.Entry;
import com.platewright.yaml.Node.Mapping;
import com.platewright.yaml.Node.Scalar;
import com.platewright.yaml.Problem;
import com.platewright.yaml.Where;
import com.platewright.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The layer of the command line: {@code --set key.path=value}. */
public final class Overrides {
    private Overrides() {}

    /**
     * Lays values over a tree. Where the schema wants text, the value is that text as it stands; elsewhere it is read
     * as YAML, so that {@code [120, 121]}, {@code {crf: "20"}} and {@code null} mean what they mean in a file.
     *
     * @param set values by key path, in the order in which they were given
     */
    public static YamlText over(Mapping tree, Map<String, String> set, Schema schema) {
        List<Problem> problems = new ArrayList<>();
        Mapping merged = tree;
        for (Map.Entry<String, String> one : set.entrySet()) {
            Where where = Where.option("--set " + one.getKey());
            if (one.getKey().isBlank()) {
                problems.add(new Problem(where, "a key is missing; write --set key.path=value"));
                continue;
            }
            Schema.Route route = schema.route(one.getKey());
            Node value = value(one.getValue(), where, schema.types(route.value()), problems);
            merged = Layers.merge(merged, nested(route.keys(), value, where));
        }
        return new YamlText(new Mapping(tree.where(), merged.entries()), problems, problems.isEmpty());
    }

    private static Node value(String text, Where where, Set<String> types, List<Problem> problems) {
        boolean isText = types.contains("string") && !types.contains("object") && !types.contains("array");
        boolean isNull = YamlText.isNull(text) && types.contains("null");
        return isText && !isNull ? new Scalar(where, text, true) : YamlText.value(text, where, problems);
    }

    private static Mapping nested(List<String> keys, Node value, Where where) {
        Node inner = value;
        for (int i = keys.size() - 1; i >= 0; i--) {
            inner = new Mapping(where, Map.of(keys.get(i), new Entry(where, inner)));
        }
        return inner instanceof Mapping map ? map : new Mapping(where, Map.of());
    }
}
