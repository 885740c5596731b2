// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.clip;

/**
 * What a movie is like that was sent to be changed.
 *
 * @param width in pixels
 * @param height in pixels
 * @param frames that decode
 * @param frameSeconds how long one of them is shown
 */
public record Footage(int width, int height, int frames, double frameSeconds) {

    /** From the first frame to the last: 5 for 121 frames at 24 a second, which is how the model counts. */
    public double seconds() {
        return (frames - 1) * frameSeconds;
    }

    /** The width by the height. */
    public double aspect() {
        return (double) width / height;
    }
}
