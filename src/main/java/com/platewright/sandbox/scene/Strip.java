// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** Some lines of a picture while they are painted: red, green, blue, one pixel after the other. */
final class Strip {
    private final Stage stage;
    private final int first;
    private final int count;
    private final float[] rgb;

    Strip(Stage stage, int first, int count) {
        this.stage = stage;
        this.first = first;
        this.count = count;
        this.rgb = new float[count * stage.width() * 3];
    }

    Stage stage() {
        return stage;
    }

    int first() {
        return first;
    }

    /** The line after the last one. */
    int end() {
        return first + count;
    }

    float[] rgb() {
        return rgb;
    }

    /** Where a pixel's red stands in {@link #rgb}. */
    int at(int column, int line) {
        return ((line - first) * stage.width() + column) * 3;
    }

    void set(int at, float r, float g, float b) {
        rgb[at] = r;
        rgb[at + 1] = g;
        rgb[at + 2] = b;
    }

    /** More light. */
    void add(int at, float f, Ink ink) {
        rgb[at] += f * ink.r();
        rgb[at + 1] += f * ink.g();
        rgb[at + 2] += f * ink.b();
    }

    /** Something in front that covers {@code a} of the pixel and gives off this light. */
    void over(int at, float a, float r, float g, float b) {
        float rest = 1 - a;
        rgb[at] = rgb[at] * rest + r * a;
        rgb[at + 1] = rgb[at + 1] * rest + g * a;
        rgb[at + 2] = rgb[at + 2] * rest + b * a;
    }

    void over(int at, float a, Ink ink) {
        over(at, a, ink.r(), ink.g(), ink.b());
    }

    /** Does something to each pixel of a rectangle, in picture heights, as far as it lies in the strip. */
    void each(float x0, float y0, float x1, float y1, Touch touch) {
        int left = Math.max(0, Curve.floor(x0 * stage.height()));
        int right = Math.min(stage.width() - 1, Curve.floor(x1 * stage.height()));
        int top = Math.max(first, Curve.floor(y0 * stage.height()));
        int bottom = Math.min(end() - 1, Curve.floor(y1 * stage.height()));
        for (int line = top; line <= bottom; line++) {
            float y = stage.y(line);
            int at = at(left, line);
            for (int column = left; column <= right; column++, at += 3) {
                touch.pixel(at, stage.x(column), y);
            }
        }
    }

    /** Does something to every pixel. */
    void all(Touch touch) {
        each(0, 0, stage.aspect(), 1, touch);
    }

    /** What is done to a pixel. */
    interface Touch {
        void pixel(int at, float x, float y);
    }
}
