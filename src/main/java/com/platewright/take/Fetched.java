// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.element.SealedFile;
import java.util.List;

/** What of a take is on this storage, proved. */
record Fetched(List<Part> parts) {
    /**
     * A file of the take.
     *
     * @param rendition counted from 1
     * @param role {@code frames}, {@code movie} or {@code other}
     * @param file below the take's downloads
     */
    record Part(int rendition, String role, SealedFile file) {
        static final String MOVIE = "movie";
        static final String FRAMES = "frames";
        static final String OTHER = "other";

        boolean isFrames() {
            return role.equals(FRAMES);
        }
    }

    Fetched {
        parts = List.copyOf(parts);
    }

    /** How many clips came. */
    int renditions() {
        return parts.stream().mapToInt(Part::rendition).max().orElse(0);
    }
}
