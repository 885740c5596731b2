// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import com.platewright.request.RequestDraft;
import com.platewright.yaml.Problem;
import com.platewright.yaml.Where;
import java.util.List;

/** A rule that a request breaks, and where. */
public record Breach(Rule rule, Where where, String found) {
    /** Every breach of the rules in what could be read of a request; none for an import. */
    public static List<Breach> find(RequestDraft draft, List<Rule> rules) {
        return draft.generate().stream()
                .flatMap(generate -> rules.stream()
                        .filter(rule -> rule.broken().test(generate))
                        .map(rule -> new Breach(
                                rule, place(draft, rule), rule.found().apply(generate))))
                .toList();
    }

    /** The sentence for the person who wrote the request. */
    public Problem problem() {
        return new Problem(where, rule.sentence() + " Found: " + found + " (rule " + rule.id() + ").");
    }

    private static Where place(RequestDraft draft, Rule rule) {
        return rule.keys().stream()
                .map(key -> "generate." + key)
                .filter(draft::says)
                .findFirst()
                .map(draft::where)
                .orElseGet(() -> draft.where("generate"));
    }
}
