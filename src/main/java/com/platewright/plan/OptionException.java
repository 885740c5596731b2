// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

/** An option of the command line does not fit this show. */
public final class OptionException extends Exception {
    private static final long serialVersionUID = 1;

    OptionException(String message) {
        super(message);
    }
}
