// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The server answered, but not now. */
final class BusyException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> pause;

    BusyException(String message, Optional<Duration> pause) {
        super(message);
        this.pause = pause;
    }

    /** What the server asks for. */
    Optional<Duration> pause() {
        return pause;
    }
}
