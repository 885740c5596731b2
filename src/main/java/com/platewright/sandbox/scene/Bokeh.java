// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.List;

/** Points of light far out of focus: each a disc, a little brighter towards its rim, as a lens draws it. */
record Bokeh(List<Disc> discs) {

    /** @param soft width of the rim, as a share of the radius */
    record Disc(float x, float y, float radius, float soft, Ink ink) {}

    Bokeh {
        discs = List.copyOf(discs);
    }

    /** Adds the discs, moved by {@code (dx, dy)}. */
    void paint(Strip strip, float dx, float dy) {
        for (Disc disc : discs) {
            paint(strip, disc, disc.x() + dx, disc.y() + dy, 1);
        }
    }

    static void paint(Strip strip, Disc disc, float cx, float cy, float light) {
        float r = disc.radius();
        strip.each(cx - r, cy - r, cx + r, cy + r, (at, x, y) -> {
            float d = Curve.length(x - cx, y - cy) / r;
            if (d < 1) {
                float f = light * light(d, disc.soft());
                strip.add(at, f, disc.ink());
            }
        });
    }

    /** The light of a disc at a distance from its middle, in radii. */
    static float light(float d, float soft) {
        float rim = d * d;
        return Curve.step(1, 1 - soft, d) * (0.75f + 0.45f * rim * rim);
    }
}
