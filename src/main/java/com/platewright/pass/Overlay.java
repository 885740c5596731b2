// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.media.pixel.Coverage;
import java.util.List;

/** What is drawn over the pictures of a movie. Many threads may ask at once. */
public interface Overlay {
    /** Nothing. */
    Overlay NONE = index -> List.of();

    /** The marks over a picture, from the undermost, by its index in playing order. */
    List<Mark> at(int index);

    /**
     * A drawing at a place.
     *
     * @param x column of its left edge, in pixels
     * @param y line of its upper edge
     * @param grey 0 (black) to 1 (white), as a code value
     */
    record Mark(Coverage drawing, int x, int y, double grey) {}
}
