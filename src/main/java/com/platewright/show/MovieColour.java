// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.platewright.media.ColourTags;
import java.util.Optional;

/**
 * The colours of clips that come as a movie alone: they are those of a display.
 *
 * @param space of their R'G'B'; empty: by their tags
 * @param view for movies and sheets made of SDR movies
 * @param hdrView for those made of PQ and HLG movies; empty: as of frames
 * @param untagged what a movie is taken for where it says nothing
 */
public record MovieColour(Optional<String> space, String view, Optional<String> hdrView, Untagged untagged) {
    /** Tags in FFmpeg's words; the range is {@code tv} or {@code pc}. */
    public record Untagged(String primaries, String transfer, String matrix, String range) {
        public ColourTags colourTags() {
            return new ColourTags(primaries, transfer, matrix, range);
        }
    }
}
