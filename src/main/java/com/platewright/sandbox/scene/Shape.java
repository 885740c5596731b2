// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** Signed distances to shapes: negative inside, in the unit of the arguments. */
final class Shape {
    private Shape() {}

    static float circle(float x, float y, float cx, float cy, float r) {
        return Curve.length(x - cx, y - cy) - r;
    }

    /** A line from {@code a} to {@code b} whose half thickness goes from {@code ra} to {@code rb}. */
    static float taper(float x, float y, float ax, float ay, float bx, float by, float ra, float rb) {
        float t = along(x, y, ax, ay, bx, by);
        return Curve.length(x - Curve.mix(ax, bx, t), y - Curve.mix(ay, by, t)) - Curve.mix(ra, rb, t);
    }

    /** Where the point of a line nearest to {@code (x, y)} lies: 0 at {@code a}, 1 at {@code b}. */
    static float along(float x, float y, float ax, float ay, float bx, float by) {
        float dx = bx - ax;
        float dy = by - ay;
        return Curve.clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy + 1e-12f));
    }

    /** An ellipse turned by {@code turn}; near its rim the distance is close to true. */
    static float ellipse(float x, float y, float cx, float cy, float rx, float ry, float turn) {
        float cos = Curve.cos(turn);
        float sin = Curve.sin(turn);
        float px = (x - cx) * cos + (y - cy) * sin;
        float py = (y - cy) * cos - (x - cx) * sin;
        float k = Curve.length(px / rx, py / ry);
        float g = Curve.length(px / (rx * rx), py / (ry * ry));
        return k * (k - 1) / (g + 1e-9f);
    }

    static float box(float x, float y, float cx, float cy, float hx, float hy, float round) {
        float dx = Math.abs(x - cx) - hx + round;
        float dy = Math.abs(y - cy) - hy + round;
        float outside = Curve.length(Math.max(dx, 0), Math.max(dy, 0));
        return outside + Math.min(Math.max(dx, dy), 0) - round;
    }

    /** Two shapes as one, with a fillet of radius {@code r} between them. */
    static float join(float a, float b, float r) {
        float h = Curve.clamp(0.5f + 0.5f * (b - a) / r);
        return Curve.mix(b, a, h) - r * h * (1 - h);
    }
}
