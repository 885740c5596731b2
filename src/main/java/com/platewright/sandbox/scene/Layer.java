// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.stream.IntStream;

/**
 * A picture that is painted once and then moved about: light and coverage, with the light already weighted by the coverage.
 * It covers the rectangle of {@code width} by {@code height} picture heights from its own origin.
 */
final class Layer {
    /** Coverage that nobody sees. */
    private static final float FAINT = 0.002f;

    private final float width;
    private final float height;
    private final int columns;
    private final int lines;
    private final float[] rgba;

    private Layer(float width, float height, int columns, int lines) {
        this.width = width;
        this.height = height;
        this.columns = columns;
        this.lines = lines;
        this.rgba = new float[columns * lines * 4];
    }

    /** What a layer shows at a place: fills light, weighted by coverage, and coverage. */
    interface Paint {
        void at(float x, float y, float[] rgba);
    }

    /** Paints a layer with so many samples per picture height, each the mean of {@code fine} by {@code fine}. */
    static Layer paint(float width, float height, float density, int fine, Paint paint) {
        int columns = Math.max(2, Curve.floor(width * density) + 1);
        int lines = Math.max(2, Curve.floor(height * density) + 1);
        Layer layer = new Layer(width, height, columns, lines);
        IntStream.range(0, lines).parallel().forEach(line -> layer.line(line, fine, paint));
        return layer;
    }

    private void line(int line, int fine, Paint paint) {
        float[] one = new float[4];
        float weight = 1f / (fine * fine);
        for (int column = 0; column < columns; column++) {
            int at = (line * columns + column) * 4;
            for (int s = 0; s < fine * fine; s++) {
                float x = (column + (s % fine + 0.5f) / fine) * width / columns;
                int below = s / fine;
                float y = (line + (below + 0.5f) / fine) * height / lines;
                one[0] = 0;
                one[1] = 0;
                one[2] = 0;
                one[3] = 0;
                paint.at(x, y, one);
                for (int c = 0; c < 4; c++) {
                    rgba[at + c] += one[c] * weight;
                }
            }
        }
    }

    float width() {
        return width;
    }

    float height() {
        return height;
    }

    /** The layer at a place, between its samples; nothing outside of it. */
    void sample(float x, float y, float[] into) {
        float px = x / width * columns - 0.5f;
        float py = y / height * lines - 0.5f;
        if (isInside(px, py)) {
            between(px, py, into);
        } else {
            into[0] = 0;
            into[1] = 0;
            into[2] = 0;
            into[3] = 0;
        }
    }

    private boolean isInside(float px, float py) {
        return px >= 0 && py >= 0 && px < columns - 1 && py < lines - 1;
    }

    private void between(float px, float py, float[] into) {
        int ix = (int) px;
        int iy = (int) py;
        float fx = px - ix;
        float fy = py - iy;
        int at = (iy * columns + ix) * 4;
        int below = at + columns * 4;
        float a = (1 - fx) * (1 - fy);
        float b = fx * (1 - fy);
        float c = (1 - fx) * fy;
        float d = fx * fy;
        float[] from = rgba;
        into[0] = a * from[at] + b * from[at + 4] + c * from[below] + d * from[below + 4];
        into[1] = a * from[at + 1] + b * from[at + 5] + c * from[below + 1] + d * from[below + 5];
        into[2] = a * from[at + 2] + b * from[at + 6] + c * from[below + 2] + d * from[below + 6];
        into[3] = a * from[at + 3] + b * from[at + 7] + c * from[below + 3] + d * from[below + 7];
    }

    /** Fills a strip with the layer's light, the picture's corner lying at {@code (x, y)} of the layer. */
    void fill(Strip strip, float x, float y) {
        Stage stage = strip.stage();
        float[] sample = new float[4];
        for (int line = strip.first(); line < strip.end(); line++) {
            float py = (stage.y(line) + y) / height * lines - 0.5f;
            float start = x / width * columns - 0.5f;
            float step = columns / width * stage.pixel();
            int at = strip.at(0, line);
            for (int column = 0; column < stage.width(); column++, at += 3) {
                float px = start + (column + 0.5f) * step;
                if (isInside(px, py)) {
                    between(px, py, sample);
                    strip.set(at, sample[0], sample[1], sample[2]);
                }
            }
        }
    }

    /** The same, but outside of it whatever its edge shows. */
    void sampleOn(float x, float y, float[] into) {
        float edgeX = width / columns;
        float edgeY = height / lines;
        float inX = Math.max(edgeX, Math.min(x, width - 2 * edgeX));
        float inY = Math.max(edgeY, Math.min(y, height - 2 * edgeY));
        sample(inX, inY, into);
    }

    /** Puts the layer into a strip: its point {@code pivot} at {@code (x, y)}, turned and enlarged about it. */
    void place(Strip strip, Placing placing, float light) {
        faint(strip, placing, light, 1);
    }

    /** The same with a share of its coverage, 0 to 1. */
    void faint(Strip strip, Placing p, float light, float share) {
        Stage stage = strip.stage();
        float cos = Curve.cos(p.turn()) / p.size();
        float sin = Curve.sin(p.turn()) / p.size();
        float[] sample = new float[4];
        float dense = columns / width;
        float denseDown = lines / height;
        for (int line = strip.first(); line < strip.end(); line++) {
            // Along a line both coordinates of the layer change evenly: u = u0 + x cos, v = v0 - x sin.
            float dy = stage.y(line) - p.y();
            float u0 = p.pivotX() - p.x() * cos + dy * sin;
            float v0 = p.pivotY() + p.x() * sin + dy * cos;
            float left = Math.max(from(u0, cos, width), from(v0, -sin, height));
            float right = Math.min(to(u0, cos, width), to(v0, -sin, height));
            int first = Math.max(0, (int) (Math.max(0, left) * stage.height()));
            int last = (int) Math.min(stage.width() - 1f, right * stage.height());
            for (int column = first; column <= last; column++) {
                float x = stage.x(column);
                float px = (u0 + x * cos) * dense - 0.5f;
                float py = (v0 - x * sin) * denseDown - 0.5f;
                if (isInside(px, py) && isSeen(px, py)) {
                    between(px, py, sample);
                    blend(strip.rgb(), strip.at(column, line), sample, light * share, share);
                }
            }
        }
    }

    /** Whether the four samples around a place cover anything: much of a layer is empty. */
    private boolean isSeen(float px, float py) {
        int at = (((int) py) * columns + (int) px) * 4 + 3;
        int below = at + columns * 4;
        return rgba[at] + rgba[at + 4] + rgba[below] + rgba[below + 4] > FAINT;
    }

    private static void blend(float[] rgb, int at, float[] sample, float gain, float share) {
        if (sample[3] > FAINT) {
            float rest = 1 - sample[3] * share;
            rgb[at] = rgb[at] * rest + sample[0] * gain;
            rgb[at + 1] = rgb[at + 1] * rest + sample[1] * gain;
            rgb[at + 2] = rgb[at + 2] * rest + sample[2] * gain;
        }
    }

    /** The least x for which {@code start + x * slope} lies between 0 and {@code end}. */
    private static float from(float start, float slope, float end) {
        if (Math.abs(slope) < 1e-6f) {
            return start < 0 || start > end ? Float.MAX_VALUE : -Float.MAX_VALUE;
        }
        return Math.min(-start / slope, (end - start) / slope);
    }

    /** The greatest one. */
    private static float to(float start, float slope, float end) {
        if (Math.abs(slope) < 1e-6f) {
            return start < 0 || start > end ? -Float.MAX_VALUE : Float.MAX_VALUE;
        }
        return Math.max(-start / slope, (end - start) / slope);
    }

    /** Where a layer's point {@code (pivotX, pivotY)} goes. */
    record Placing(float pivotX, float pivotY, float x, float y, float turn, float size) {}
}
