// SPDX-License-Identifier: Apache-2.0
package com.platewright.survey;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** More than one sequence of frames was given to one survey. */
public final class CrowdedException extends Exception {
    private static final long serialVersionUID = 1;

    CrowdedException(List<Path> sequences) {
        super("The paths of one call are taken for one clip, which has one sequence of frames; found "
                + sequences.size() + ": "
                + sequences.stream().map(Path::toString).collect(Collectors.joining(", "))
                + ". Call qc once for each, or name the folder for the frames of a folder.");
    }
}
