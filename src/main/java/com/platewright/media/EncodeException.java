// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

import java.io.IOException;

/** A deliverable could not be made. The message names the deliverable and what the codec or library answered. */
public final class EncodeException extends IOException {
    private static final long serialVersionUID = 1;

    public EncodeException(String message) {
        super(message);
    }

    public EncodeException(String message, Throwable cause) {
        super(message, cause);
    }
}
