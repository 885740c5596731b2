// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line adds to a request.
 *
 * @param show in place of the request's
 * @param root the show's folder, in place of {@code paths.root}
 * @param set configuration values by key path
 * @param only names of the deliverables to make; empty: all
 * @param draft whether the request's draft is meant
 */
public record PlanOptions(
        Optional<String> show, Optional<Path> root, Map<String, String> set, List<String> only, boolean draft) {
    public static final PlanOptions NONE =
            new PlanOptions(Optional.empty(), Optional.empty(), Map.of(), List.of(), false);

    public PlanOptions {
        set = Map.copyOf(set);
        only = List.copyOf(only);
    }
}
