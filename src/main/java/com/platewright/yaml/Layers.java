// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import com.platewright.yaml.Node.Entry;
import com.platewright.yaml.Node.Mapping;
import com.platewright.yaml.Node.Nothing;
import com.platewright.yaml.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Lays one layer over another: maps merge, lists and scalars replace, {@code null} takes away. */
public final class Layers {
    private Layers() {}

    /** The lower layer with the upper one over it. Every value keeps the place of the layer that it came from. */
    public static Mapping merge(Mapping lower, Mapping upper) {
        Map<String, Entry> merged = new LinkedHashMap<>(lower.entries());
        merged.keySet().removeAll(stale(lower, upper));
        upper.entries().forEach((key, entry) -> {
            Entry below = merged.get(key);
            merged.put(key, below == null ? entry : new Entry(entry.key(), over(below.value(), entry.value())));
        });
        return new Mapping(upper.where(), merged);
    }

    private static Node over(Node lower, Node upper) {
        if (upper instanceof Nothing) {
            return new Nothing(upper.where(), !(lower instanceof Nothing));
        }
        return lower instanceof Mapping below && upper instanceof Mapping above ? merge(below, above) : upper;
    }

    /**
     * The keys of a lower map that make no sense any more: a deliverable of another kind and a sound of another codec
     * start afresh, and the options of one encoder are nothing to another.
     */
    private static Set<String> stale(Mapping lower, Mapping upper) {
        if (changes("kind", lower, upper) || changes("codec", lower, upper)) {
            return lower.entries().keySet();
        }
        return changes("encoder", lower, upper) ? Set.of("options") : Set.of();
    }

    private static boolean changes(String key, Mapping lower, Mapping upper) {
        Entry below = lower.entries().get(key);
        Entry above = upper.entries().get(key);
        return below != null
                && above != null
                && below.value() instanceof Scalar was
                && above.value() instanceof Scalar is
                && !was.text().equals(is.text());
    }
}
