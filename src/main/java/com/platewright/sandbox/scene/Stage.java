// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** The size of the picture that a scene is painted for. */
record Stage(int width, int height) {

    /** The picture's width, in picture heights. */
    float aspect() {
        return (float) width / height;
    }

    /** The size of one pixel, in picture heights. */
    float pixel() {
        return 1f / height;
    }

    /** The middle of a column. */
    float x(int column) {
        return (column + 0.5f) / height;
    }

    /** The middle of a line. */
    float y(int line) {
        return (line + 0.5f) / height;
    }

    /** How large things shall be so that a composition made for 16:9 fits: 1 there and for wider pictures. */
    float scale() {
        return Math.min(1, aspect() / 1.6f);
    }
}
