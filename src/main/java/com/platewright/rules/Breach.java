// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import com.platewright.request.Generate;
import com.platewright.request.RequestDraft;
import com.platewright.yaml.Problem;
import com.platewright.yaml.Where;
import java.util.List;
import java.util.Optional;

/** A rule that a request breaks, and where. */
public record Breach(Rule rule, Where where, String found) {
    /**
     * Every breach of the rules in what could be read of a request; none for an import. Each file that the request names
     * is opened once.
     */
    public static List<Breach> find(RequestDraft draft, Sizes sizes) {
        Optional<Generate> generate = draft.generate();
        if (generate.isEmpty()) {
            return List.of();
        }
        Clip clip = Clip.of(generate.get(), sizes);
        return RayRules.all(sizes).stream()
                .flatMap(rule ->
                        rule.wrong().apply(clip).map(found -> new Breach(rule, place(draft, rule), found)).stream())
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
