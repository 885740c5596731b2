// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

import java.io.IOException;

/** The journal cannot be trusted or is not this one's. The message names file and line. Nothing was changed. */
public final class JournalException extends IOException {
    private static final long serialVersionUID = 1;

    JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
