// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param idle longest silence of a connection, also while it is made
 * @param deadline of the whole download with all its connections and pauses
 * @param connections per download, the first included
 * @param bytes largest file
 */
public record TransferLimits(Duration idle, Duration deadline, int connections, long bytes) {
    public TransferLimits {
        if (idle.toMillis() < 1 || deadline.toMillis() < 1 || connections < 1 || bytes < 1) {
            throw new IllegalArgumentException("these limits let nothing through: idle " + idle + ", deadline "
                    + deadline + ", " + connections + " connections, " + bytes + " bytes");
        }
    }
}
