// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import com.platewright.yaml.Node.Entry;
import com.platewright.yaml.Node.Mapping;
import com.platewright.yaml.Node.Nothing;
import com.platewright.yaml.Node.Sequence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the place of a key by its path: {@code generate.loop}, {@code generate.keyframes[1].frame}. Keys may themselves
 * hold dots ({@code checks.pixels.nan}); the longest key that fits is taken.
 */
public record Located(Mapping root) {
    /** The place of the value at a path; where the path ends earlier, the place of the last key that is there. */
    public Where where(String path) {
        return where(root, root.where(), path);
    }

    /** The place of the value at a path, if all of the path is there. */
    public Optional<Where> find(String path) {
        return find(root, path).map(Node::where);
    }

    /** The text at a path, if a scalar stands there. */
    public Optional<Node.Scalar> scalar(String path) {
        return find(root, path).filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast);
    }

    /** The keys of the map at a path that hold a value, in their order; none where no map stands. */
    public List<String> keys(String path) {
        return keys(path, false);
    }

    /** The keys of the map at a path that hold null, in their order; none where no map stands. */
    public List<String> nulls(String path) {
        return keys(path, true);
    }

    /** The layers that at least one value comes from. */
    public Set<Source> sources() {
        Set<Source> sources = new LinkedHashSet<>();
        collect(root, sources);
        return sources;
    }

    private static void collect(Node node, Set<Source> sources) {
        sources.add(node.where().source());
        if (node instanceof Mapping map) {
            map.entries().values().forEach(entry -> collect(entry.value(), sources));
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> collect(item, sources));
        }
    }

    private List<String> keys(String path, boolean isNull) {
        return find(root, path).stream()
                .filter(Mapping.class::isInstance)
                .flatMap(map -> ((Mapping) map).entries().entrySet().stream())
                .filter(entry -> entry.getValue().value() instanceof Nothing == isNull)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Where where(Node node, Where nearest, String path) {
        Optional<Step> step = path.isEmpty() ? Optional.empty() : step(node, path);
        if (step.isEmpty()) {
            return path.isEmpty() && !(node instanceof Mapping) ? node.where() : nearest;
        }
        return where(step.get().value(), step.get().key(), step.get().rest());
    }

    private static Optional<Node> find(Node node, String path) {
        return path.isEmpty() ? Optional.of(node) : step(node, path).flatMap(step -> find(step.value(), step.rest()));
    }

    /** One key or index of a path. */
    private record Step(Where key, Node value, String rest) {}

    private static Optional<Step> step(Node node, String path) {
        if (node instanceof Sequence list && path.startsWith("[")) {
            int close = path.indexOf(']');
            int index = Integer.parseInt(path.substring(1, close));
            return list.items().stream()
                    .skip(index)
                    .findFirst()
                    .map(item -> new Step(item.where(), item, KeyPath.rest(path, close + 1)));
        }
        return node instanceof Mapping map ? key(map, path) : Optional.empty();
    }

    private static Optional<Step> key(Mapping map, String path) {
        return KeyPath.first(path, map.entries().keySet()).map(key -> {
            Entry entry = Objects.requireNonNull(map.entries().get(key));
            return new Step(entry.key(), entry.value(), KeyPath.rest(path, key.length()));
        });
    }
}
