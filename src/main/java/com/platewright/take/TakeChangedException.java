// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import java.io.IOException;
import java.util.List;

/** Files of a take changed on this storage after they were proved. They are set aside; fetching them again is free. */
public final class TakeChangedException extends IOException {
    private static final long serialVersionUID = 1;

    public TakeChangedException(List<String> changed) {
        super(
                String.join("\n", changed)
                        + "\nIt was set aside. Look at the disk, then run the same command again: it is fetched anew, at no charge.");
    }
}
