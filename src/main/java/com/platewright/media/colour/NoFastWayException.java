// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

/** Why a transform is left to OpenColorIO. */
final class NoFastWayException extends Exception {
    private static final long serialVersionUID = 1L;

    NoFastWayException(String reason) {
        super(reason);
    }
}
