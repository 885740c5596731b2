// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A sentence about a place: what is wrong, what was expected, what was found, and the remedy where one is known. */
public record Problem(Where where, String message) {
    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::where).thenComparing(Problem::message);

    /** The problems in the order of their places, each said once. */
    public static List<Problem> sorted(Collection<Problem> problems) {
        return problems.stream().distinct().sorted(ORDER).collect(Collectors.toUnmodifiableList());
    }

    /** One line for each problem. */
    public static String lines(Collection<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return where + ": " + message;
    }
}
