// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says what the YAML parser stumbled over in the words of somebody who writes a file, with the remedy. */
final class SyntaxErrors {
    /**
     * One stumble.
     *
     * @param parserSays found in the parser's context and problem, joined by {@code |}
     * @param atStart whether the place to look at is where the parser began, not where it gave up
     * @param sentence in which {@code $1} is the first group of the pattern
     */
    private record Stumble(Pattern parserSays, boolean atStart, String sentence) {
        static Stumble at(String parserSays, String sentence) {
            return new Stumble(Pattern.compile(parserSays, Pattern.DOTALL), false, sentence);
        }

        static Stumble from(String parserSays, String sentence) {
            return new Stumble(Pattern.compile(parserSays, Pattern.DOTALL), true, sentence);
        }
    }

    private static final List<Stumble> STUMBLES = List.of(
            Stumble.at(
                    "mapping values are not allowed",
                    "a colon cannot stand here. If it belongs to a text, put the text in quotes; if this is a key, indent it"
                            + " like its neighbours and see that the line above has its colon and space"),
            Stumble.at("found character '.t.TAB.' that", "a tab stands here; write spaces"),
            Stumble.at("found character '(.)' that cannot start", "text that starts with $1 needs quotes"),
            Stumble.from("scanning an alias", "text that starts with * needs quotes"),
            Stumble.from("scanning an anchor", "text that starts with & needs quotes"),
            Stumble.from("quoted scalar.*unexpected end of stream", "the quote that opens here is never closed"),
            Stumble.at(
                    "unknown escape character (.)",
                    "\\$1 means nothing between double quotes; write \\\\ for a backslash, or use single quotes"),
            Stumble.from("expected ',' or '(.)'", "what opens here is never closed by $1"),
            Stumble.from(
                    "could not find expected ':'",
                    "this line is not key: value; a key needs a colon and a space, and text that goes on over several"
                            + " lines is indented more than its key"),
            Stumble.at("mapping keys are not allowed", "text that starts with ? needs quotes"),
            Stumble.from("scanning a block scalar", "text that starts with > or | needs quotes"),
            Stumble.at("sequence entries are not allowed", "a list starts on a line of its own, or is written [a, b]"),
            Stumble.at("expected the node content, but found '([^']+)'", "text that starts with $1 needs quotes"),
            Stumble.at(
                    "found '(?:<scalar>|<tag>|[,:{\\[])'",
                    "text goes on here after a closing quote or brace, or is indented like no line above. Text that starts"
                            + " with { needs quotes; within single quotes, a quote is written twice"),
            Stumble.at("found '<block (?:mapping|sequence) start>'", "this line is indented like no line above"),
            Stumble.at("found '[-?]'", "keys and list items stand side by side here; use one or the other"),
            Stumble.at("found '([]}])'", "this $1 closes nothing"));

    private SyntaxErrors() {}

    static Problem problem(MarkedYAMLException error, BiFunction<Integer, Integer, Where> places) {
        String says = error.getContext() + "|" + error.getProblem();
        for (Stumble stumble : STUMBLES) {
            Matcher matcher = stumble.parserSays().matcher(says);
            if (matcher.find()) {
                Mark mark = stumble.atStart() ? error.getContextMark() : error.getProblemMark();
                String found = matcher.groupCount() > 0 ? matcher.group(1) : "";
                return new Problem(place(mark, places), stumble.sentence().replace("$1", found));
            }
        }
        return new Problem(place(error.getProblemMark(), places), "this is not YAML: " + error.getProblem());
    }

    private static Where place(@Nullable Mark mark, BiFunction<Integer, Integer, Where> places) {
        return mark == null ? places.apply(1, 1) : places.apply(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
