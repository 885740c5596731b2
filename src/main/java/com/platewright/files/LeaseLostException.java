// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

/** This run was silent for so long that another took the shot. It must not publish, send or spend any more. */
public final class LeaseLostException extends Exception {
    private static final long serialVersionUID = 1;

    LeaseLostException(String message) {
        super(message);
    }
}
