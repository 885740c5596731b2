// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import java.io.IOException;

/** A call that brought no answer to its end. */
final class UnansweredException extends IOException {
    private static final long serialVersionUID = 1;

    private final String said;
    private final boolean sent;

    /**
     * A call that ended with {@code cause}.
     *
     * @param said what happened, as a clause
     * @param sent whether a byte of the request may have left; if not, nothing can have been accepted
     */
    UnansweredException(String said, boolean sent, IOException cause) {
        super(said, cause);
        this.said = said;
        this.sent = sent;
    }

    String said() {
        return said;
    }

    boolean sent() {
        return sent;
    }
}
