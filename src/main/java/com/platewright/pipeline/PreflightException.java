// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import java.util.List;

/** Something is wrong that can be told before anything is sent or made. Every problem is named. */
public final class PreflightException extends Exception {
    private static final long serialVersionUID = 1;

    /** Whose matter it is. */
    public enum Blame {
        SHOW,
        REQUEST,
        NODE
    }

    private final Blame blame;
    private final transient List<String> problems;

    PreflightException(Blame blame, List<String> problems) {
        super(String.join("\n", problems));
        this.blame = blame;
        this.problems = List.copyOf(problems);
    }

    static PreflightException missing(Step step) {
        return new PreflightException(
                Blame.REQUEST,
                List.of("The step " + step.word() + " has not been done for this request. Run `platewright "
                        + step.word() + "` first, or `platewright run`, which takes all steps."));
    }

    static PreflightException nothingToCompare() {
        return new PreflightException(
                Blame.REQUEST,
                List.of("An import has one clip and nothing to compare it with; only what is bought has takes."));
    }

    static PreflightException noSuchTake(String name, List<String> known) {
        return new PreflightException(
                Blame.REQUEST,
                List.of("There is no take " + name + " of this request here. "
                        + (known.isEmpty()
                                ? "Nothing has been fetched yet; `platewright fetch` does."
                                : "Those that are here: " + String.join(", ", known) + ".")));
    }

    public Blame blame() {
        return blame;
    }

    public List<String> problems() {
        return problems;
    }
}
