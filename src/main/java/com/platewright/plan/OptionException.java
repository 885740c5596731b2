// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

/** An option of the command line is out of range or does not fit this show. */
public final class OptionException extends Exception {
    private static final long serialVersionUID = 1;

    public OptionException(String message) {
        super(message);
    }
}
