// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import java.util.List;

/** What of a take is on this storage, proved. */
record Fetched(List<Part> parts) {
    /**
     * A file of the take.
     *
     * @param rendition counted from 1
     * @param role {@code frames}, {@code movie} or {@code other}
     * @param name below the take's downloads
     */
    record Part(int rendition, String role, String name, long bytes) {}

    Fetched {
        parts = List.copyOf(parts);
    }
}
