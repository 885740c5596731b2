// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.platewright.provider.Cadence;
import com.platewright.provider.Timekeeper;
import java.time.Duration;

/**
 * How Runware is reached.
 *
 * @param endpoint the one address of the API; plain http for loopback hosts only
 * @param timeout of one call from its first byte sent to its last byte read; uploads get more by their size
 * @param retry the waits between repetitions of a call
 */
public record RunwareSettings(String endpoint, Duration timeout, Cadence retry, Timekeeper time) {
    public static final String DEFAULT_ENDPOINT = "https://api.runware.ai/v1";

    public RunwareSettings {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a call needs time, not " + timeout);
        }
    }

    /** These settings with the usual waits on the system's clock. */
    public static RunwareSettings of(String endpoint, Duration timeout) {
        return new RunwareSettings(endpoint, timeout, Cadence.RETRY, Timekeeper.system());
    }
}
