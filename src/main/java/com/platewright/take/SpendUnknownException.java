// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

/** A charge may exist and cannot be confirmed. The message lists what is known; a person decides what to do. */
public final class SpendUnknownException extends Exception {
    private static final long serialVersionUID = 1;

    SpendUnknownException(String message) {
        super(message);
    }
}
