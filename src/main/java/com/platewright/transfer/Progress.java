// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Hears of a download while it runs, in its thread. */
public interface Progress {
    /** Nobody listens. */
    Progress NONE = (part, bytes, total) -> {};

    /**
     * The first {@code bytes} of {@code part} can be read now. Fewer than before means that the download started again
     * and that what was read is void.
     *
     * @param total if the server said it
     */
    void at(Path part, long bytes, OptionalLong total);
}
