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

    public Blame blame() {
        return blame;
    }

    public List<String> problems() {
        return problems;
    }
}
