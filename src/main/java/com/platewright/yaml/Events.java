// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import com.platewright.yaml.Node.Entry;
import com.platewright.yaml.Node.Mapping;
import com.platewright.yaml.Node.Nothing;
import com.platewright.yaml.Node.Scalar;
import com.platewright.yaml.Node.Sequence;
import com.platewright.yaml.Node.Unread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns the parser's events into nodes, and reports what this dialect leaves out. */
final class Events {
    /** Deeper than any schema here, and shallow enough for the stack. */
    private static final int DEEPEST = 32;

    /** What a plain scalar is that means nothing (YAML 1.2 core schema). */
    static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final ParserImpl parser;
    private final BiFunction<Integer, Integer, Where> places;
    private final List<Problem> problems;

    Events(String text, BiFunction<Integer, Integer, Where> places, List<Problem> problems) {
        this.parser = new ParserImpl(new StreamReader(text), new LoaderOptions());
        this.places = places;
        this.problems = problems;
    }

    /** The value that the text holds; an empty text is an empty map. */
    Node document() {
        Node value = value();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            parser.getEvent();
        }
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            report(
                    parser.peekEvent().getStartMark(),
                    "a second document starts here; a file holds one: take the --- away, or make two files");
        }
        return value instanceof Nothing ? new Mapping(places.apply(1, 1), Map.of()) : value;
    }

    /** The only value that a short text holds. */
    Node value() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return new Nothing(places.apply(1, 1), false);
        }
        parser.getEvent();
        return node(0);
    }

    private Node node(int depth) {
        Event event = parser.getEvent();
        Mark mark = event.getStartMark();
        if (depth > DEEPEST) {
            throw new ParserException(null, null, "more than " + DEEPEST + " levels stand inside one another", mark);
        }
        if (event instanceof AliasEvent alias) {
            report(mark, "the alias *" + alias.getAnchor() + " is not read here; write the value itself");
            return new Unread(place(mark));
        }
        refuseAnchor((NodeEvent) event);
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), mark);
            boolean nothing = scalar.isPlain() && NULLS.contains(scalar.getValue());
            return nothing
                    ? new Nothing(place(mark), false)
                    : new Scalar(place(mark), scalar.getValue(), scalar.isPlain());
        }
        refuseTag(((CollectionStartEvent) event).getTag(), mark);
        return event.is(Event.ID.SequenceStart) ? sequence(place(mark), depth) : mapping(place(mark), depth);
    }

    private Sequence sequence(Where where, int depth) {
        List<Node> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        parser.getEvent();
        return new Sequence(where, items);
    }

    private Mapping mapping(Where where, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            boolean plainKey = parser.peekEvent() instanceof ScalarEvent scalar && scalar.isPlain();
            Node key = node(depth + 1);
            Node value = node(depth + 1);
            if (key instanceof Scalar text && !(plainKey && text.text().equals("<<"))) {
                put(entries, text, value);
            } else if (!(key instanceof Unread)) {
                problems.add(new Problem(key.where(), refusedKey(key)));
            }
        }
        parser.getEvent();
        return new Mapping(where, entries);
    }

    private void put(Map<String, Entry> entries, Scalar key, Node value) {
        Entry first = entries.putIfAbsent(key.text(), new Entry(key.where(), value));
        if (first != null) {
            problems.add(new Problem(
                    key.where(),
                    "the key " + key.text() + " stands here a second time; the first is in line "
                            + first.key().line() + ": keep one"));
        }
    }

    private static String refusedKey(Node key) {
        if (key instanceof Scalar) {
            return "the merge key << is not read here; write the keys themselves";
        }
        return key instanceof Nothing
                ? "there is no key in front of this colon"
                : "a key is text; a map or list cannot be one (text that starts with { or [ needs quotes)";
    }

    private void refuseAnchor(NodeEvent event) {
        if (event.getAnchor() != null) {
            report(
                    event.getStartMark(),
                    "the anchor &" + event.getAnchor() + " is not read here; take it away and repeat the value");
        }
    }

    private void refuseTag(@Nullable String tag, Mark mark) {
        if (tag != null) {
            report(
                    mark,
                    "the tag " + tag.replace("tag:yaml.org,2002:", "!!")
                            + " is not read here; take it away: each key knows its own type");
        }
    }

    private void report(Mark mark, String message) {
        problems.add(new Problem(place(mark), message));
    }

    private Where place(Mark mark) {
        return places.apply(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
