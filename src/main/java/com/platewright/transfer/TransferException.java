// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.io.IOException;

/** The file could not be fetched. The message names the link without its query, what happened and what to do. */
public class TransferException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean retryable;

    TransferException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    TransferException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Whether the same command, run again later, can succeed. It then goes on from the bytes that are there. */
    public boolean retryable() {
        return retryable;
    }
}
