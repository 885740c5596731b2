// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML file and the place where it stands. */
public sealed interface Node {
    Where where();

    /** A map. Its keys keep the order of the file. */
    record Mapping(Where where, Map<String, Entry> entries) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** One key of a map. */
    record Entry(Where key, Node value) {}

    /** A list. */
    record Sequence(Where where, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A text, a number or a truth value, not told apart here: the schema says what is wanted.
     *
     * @param text as written, without quotes
     * @param plain written without quotes and not as a block; only then it can be a number or a truth value
     */
    record Scalar(Where where, String text, boolean plain) implements Node {}

    /**
     * An explicit {@code null}, or a key with nothing behind it.
     *
     * @param tookAway whether a lower layer had a value here
     */
    record Nothing(Where where, boolean tookAway) implements Node {}

    /** A value that could not be read and was reported already; nothing more is said about it. */
    record Unread(Where where) implements Node {}
}
