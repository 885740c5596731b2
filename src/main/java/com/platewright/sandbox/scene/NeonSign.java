// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** A sign on a wall, from {@code near} to {@code far} along the street and from {@code low} to {@code high} above it. */
record NeonSign(boolean left, float near, float far, float low, float high, Ink ink, int style) {

    /** A sign's tubes and strokes, and what they throw on the wall around. */
    void light(float along, float up, float blur, float time, float[] rgb) {
        float cx = (near + far) / 2;
        float cy = (low + high) / 2;
        float hx = (far - near) / 2;
        float hy = (high - low) / 2;
        float box = Shape.box(along, up, cx, cy, hx, hy, 0.15f);
        float soft = 0.025f + blur;
        float tube = Curve.step(0.05f + soft, 0.02f, Math.abs(box + 0.12f));
        float inside = Curve.step(soft, -soft, box + 0.20f);
        float u = (along - near) / (2 * hx);
        float v = (up - low) / (2 * hy);
        float stroke = inside > 0 ? stroke(u, v, hy / hx, soft / hx) : 0;
        float flicker = style == 2 && Curve.sin(time * 31) * Curve.sin(time * 3.7f + cx) > 0.55f ? 0.35f : 1;
        float away = Math.max(0, box);
        float halo = 0.32f / (1 + away * away * 9) + 0.05f / (1 + away * away);
        float f = flicker * (10.5f * tube + inside * (0.30f + 9 * stroke) + halo);
        rgb[0] += f * ink.r() + 2.2f * tube * flicker;
        rgb[1] += f * ink.g() + 2.2f * tube * flicker;
        rgb[2] += f * ink.b() + 2.2f * tube * flicker;
    }

    /** Bars, rings or crosses, one below the other: writing of no language. */
    private float stroke(float u, float v, float tall, float soft) {
        float rows = Math.max(1, Math.round(tall * 1.1f));
        float fv = v * rows - Curve.floor(v * rows) - 0.5f;
        float fu = (u - 0.5f) * 1.35f;
        int row = Curve.floor(v * rows);
        float kind = Noise.cell(row, style, 911);
        float ring = Math.abs(Curve.length(fu, fv) - 0.27f);
        float bar =
                Math.min(Shape.box(fu, fv, 0, 0.18f, 0.30f, 0.001f, 0), Shape.box(fu, fv, 0.08f, 0, 0.001f, 0.3f, 0));
        float cross = Math.min(bar, Shape.taper(fu, fv, -0.26f, -0.26f, 0.2f, 0.05f, 0, 0));
        float d = kind < 0.33f ? ring : kind < 0.66f ? bar : cross;
        return Curve.step(0.055f + soft, 0.02f, d);
    }
}
