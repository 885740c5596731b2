// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import com.platewright.request.Generate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that the model asks of a request.
 *
 * @param id stable, for messages and show files: {@code hdr.length}
 * @param sentence the rule as it is shown
 * @param basis where it is written
 * @param keys below {@code generate} that it concerns, the likeliest culprit first; none: the whole of it
 * @param broken whether a request breaks it
 * @param found what is wrong in a request that breaks it, such as {@code hdr with 540p}
 */
public record Rule(
        String id,
        String sentence,
        Basis basis,
        List<String> keys,
        Predicate<Generate> broken,
        Function<Generate, String> found) {

    /** What a rule rests on. */
    public record Basis(String source, Standing standing) {}

    /** How sure a rule is. */
    public enum Standing {
        /** The service's own documents or tools say so. */
        CONFIRMED,
        /** Concluded from what stands beside it, or told by others. */
        INFERRED
    }

    public Rule {
        keys = List.copyOf(keys);
    }

    /** Starts a row of the table. */
    static Row says(String id, String sentence, Basis basis) {
        return new Row(id, sentence, basis, List.of());
    }

    /** A row that is being written. */
    record Row(String id, String sentence, Basis basis, List<String> keys) {
        Row at(String... concerned) {
            return new Row(id, sentence, basis, List.of(concerned));
        }

        Rule brokenIf(Predicate<Generate> broken, Function<Generate, String> found) {
            return new Rule(id, sentence, basis, keys, broken, found);
        }
    }
}
