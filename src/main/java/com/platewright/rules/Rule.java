// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that the model asks of a request.
 *
 * @param id stable, for messages and show files: {@code hdr.length}
 * @param sentence the rule as it is shown
 * @param basis where it is written
 * @param keys below {@code generate} that it concerns, the likeliest culprit first; none: the whole of it
 * @param wrong what is wrong in a request that breaks it, such as {@code hdr with 540p}; empty for one that keeps it
 */
public record Rule(String id, String sentence, Basis basis, List<String> keys, Function<Clip, Optional<String>> wrong) {

    /** What a rule rests on. */
    public record Basis(String source, Standing standing) {
        static final Basis GUIDE = new Basis("Runware's guide to Ray 3.2", Standing.CONFIRMED);
        static final Basis GUIDE_IMPLIES = new Basis("Runware's guide to Ray 3.2", Standing.INFERRED);
        static final Basis TOOLS = new Basis("Runware's own tools for this model", Standing.CONFIRMED);
        static final Basis TOOLS_IMPLY = new Basis("Runware's own tools for this model", Standing.INFERRED);
        static final Basis LUMA = new Basis("Luma's own API for this model", Standing.INFERRED);
        static final Basis KINDS = new Basis("The service's list of kinds, which has no OpenEXR", Standing.CONFIRMED);
    }

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

        Rule brokenIf(Predicate<Clip> broken, Function<Clip, String> found) {
            return brokenBy(clip -> broken.test(clip) ? Optional.of(found.apply(clip)) : Optional.empty());
        }

        Rule brokenBy(Function<Clip, Optional<String>> wrong) {
            return new Rule(id, sentence, basis, keys, wrong);
        }
    }
}
