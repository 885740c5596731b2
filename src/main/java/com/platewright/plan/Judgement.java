// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.request.Generate;
import com.platewright.request.RequestDraft;
import com.platewright.rules.Breach;
import com.platewright.rules.Sizes;
import com.platewright.shot.Severity;
import com.platewright.show.ShowConfig;
import com.platewright.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with what a request asks of the model, as strictly as the show wants it.
 *
 * @param errors for which the request is refused
 * @param notes that are said, and the request is sent all the same
 */
record Judgement(List<Problem> errors, List<Problem> notes) {
    Judgement {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /** By the rules alone, for want of a show: every breach is an error. */
    static Judgement of(RequestDraft draft) {
        List<Problem> all = Breach.find(draft, Sizes.DOCUMENTED).stream()
                .map(Breach::problem)
                .toList();
        return new Judgement(all, List.of());
    }

    static Judgement of(RequestDraft draft, ShowConfig show) {
        List<Problem> errors = new ArrayList<>();
        List<Problem> notes = new ArrayList<>();
        Sizes sizes = Sizes.DOCUMENTED.with(show.provider().sizes());
        for (Breach breach : Breach.find(draft, sizes)) {
            boolean strict = show.rules().getOrDefault(breach.rule().id(), Severity.ERROR) == Severity.ERROR;
            (strict ? errors : notes).add(breach.problem());
        }
        unknownPreset(draft, show).ifPresent(errors::add);
        return new Judgement(errors, notes);
    }

    private static Optional<Problem> unknownPreset(RequestDraft draft, ShowConfig show) {
        return draft.generate()
                .flatMap(Generate::edit)
                .flatMap(Generate.Edit::preset)
                .filter(name -> !show.presets().containsKey(name))
                .map(name -> new Problem(
                        draft.where("generate.edit.preset"),
                        "generate.edit.preset is " + name + "; this show's presets are "
                                + String.join(", ", show.presets().keySet())));
    }
}
