// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

/**
 * The server does not know or honour the link any more (403, 404, 410). A fresh link from the provider can help, now or in a
 * later run: what was bought stays bought.
 */
public final class ExpiredException extends TransferException {
    private static final long serialVersionUID = 1;

    ExpiredException(String message) {
        super(message, true);
    }
}
