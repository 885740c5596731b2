// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The ledger cannot be read or written. */
public final class LedgerException extends IOException {
    private static final long serialVersionUID = 1;

    LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
