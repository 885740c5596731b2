// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import com.platewright.yaml.Problem;
import java.util.Collection;
import java.util.List;

/** A request cannot be carried out. All that is wrong is said at once, in the order of the file. */
public final class RequestException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    RequestException(Collection<Problem> problems) {
        super(Problem.lines(Problem.sorted(problems)));
        this.problems = Problem.sorted(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
