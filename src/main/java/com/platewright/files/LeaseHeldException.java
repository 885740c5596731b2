// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

/** Another live run owns the shot. This one has changed nothing; the same command can be run again later. */
public final class LeaseHeldException extends Exception {
    private static final long serialVersionUID = 1;

    LeaseHeldException(String message) {
        super(message);
    }
}
