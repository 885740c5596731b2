// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

/** The service failed this take for good; another one is another charge. The message says why and what can be done. */
public final class TakeFailedException extends Exception {
    private static final long serialVersionUID = 1;

    TakeFailedException(String message) {
        super(message);
    }
}
