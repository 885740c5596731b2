// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import java.io.IOException;
import java.util.List;

/** A published version is not what it was. The message names every file that changed. */
public final class ChangedVersionException extends IOException {
    private static final long serialVersionUID = 1;

    ChangedVersionException(List<String> differences) {
        super("A published version has changed since it was published: " + String.join("; ", differences)
                + ". Restore it from a backup, or move it away and run the same command again.");
    }
}
