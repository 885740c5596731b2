// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.platewright.yaml.Problem;
import java.util.Collection;
import java.util.List;

/** A show cannot be used. All that is wrong is said at once, in the order of files and lines. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public ConfigException(Collection<Problem> problems) {
        super(Problem.lines(Problem.sorted(problems)));
        this.problems = Problem.sorted(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
