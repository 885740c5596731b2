// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.nio.file.Path;

/** The name of the version is taken. Nothing was changed: what is published stays as it is. */
public final class AlreadyPublishedException extends Exception {
    private static final long serialVersionUID = 1;

    AlreadyPublishedException(Path version, String what) {
        super("Cannot publish " + version + ": " + what
                + " stands there already and is left as it is. The staged files are"
                + " kept; run again for the next version, or remove that name if nothing needs it.");
    }
}
