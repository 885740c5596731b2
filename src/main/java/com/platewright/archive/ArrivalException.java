// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import java.io.IOException;

/** What was read of an archive before all of it was here does not count. It says nothing against the archive. */
public final class ArrivalException extends IOException {
    private static final long serialVersionUID = 1;

    ArrivalException(String message) {
        super(message);
    }
}
