// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import java.io.IOException;
import java.util.List;

/** What was verified is not what would be published. The message names every file. */
public final class ChangedStagingException extends IOException {
    private static final long serialVersionUID = 1;

    ChangedStagingException(List<String> differences) {
        super("The staged version has changed since it was verified: " + String.join("; ", differences)
                + ". Nothing was published, and the staged files are made anew by the next `platewright run` (or deliver,"
                + " verify and publish), at no charge.");
    }
}
