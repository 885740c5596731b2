// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import java.util.Comparator;

/**
 * A place in a layer.
 *
 * @param line counted from 1; 0 means the layer as a whole, as for an option on the command line
 * @param column counted from 1 in characters; 0 where the line is 0
 */
public record Where(Source source, int line, int column) implements Comparable<Where> {
    private static final Comparator<Where> ORDER = Comparator.comparing(
                    (Where where) -> where.source().name())
            .thenComparingInt(Where::line)
            .thenComparingInt(Where::column);

    /** A whole layer, without a line. */
    public static Where in(Source source) {
        return new Where(source, 0, 0);
    }

    /** An option of the command line, such as {@code --show}. */
    public static Where option(String name) {
        return in(Source.option(name));
    }

    @Override
    public int compareTo(Where other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, as editors and terminals turn into a link; without line, the source's name. */
    @Override
    public String toString() {
        return line == 0 ? source.name() : source.name() + ":" + line + ":" + column;
    }
}
