// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.stream.IntStream;

/**
 * A still as light, cut and scaled to fill a stage; what does not fit its shape falls away on both sides alike. It is scaled by
 * its code values, as image programs do it, and then becomes light.
 */
final class Plate {
    private final Stage stage;
    private final float[] rgb;

    /** @param hdr whether the clip is one with a high dynamic range */
    Plate(Stage stage, Still still, boolean hdr) {
        this.stage = stage;
        this.rgb = new float[stage.width() * stage.height() * 3];
        float scale = Math.min((float) still.width() / stage.width(), (float) still.height() / stage.height());
        float left = (still.width() - stage.width() * scale) / 2;
        float top = (still.height() - stage.height() * scale) / 2;
        IntStream.range(0, stage.height()).parallel().forEach(line -> {
            for (int column = 0; column < stage.width(); column++) {
                fill(still, column, line, left + column * scale, top + line * scale, scale);
            }
            int end = (line + 1) * stage.width() * 3;
            for (int i = line * stage.width() * 3; i < end; i++) {
                rgb[i] = hdr ? PreviewTone.plateLight(rgb[i]) : PreviewTone.light(rgb[i]);
            }
        });
    }

    /** The mean of the square of {@code size} pixels of the still that becomes one pixel; between pixels where it is smaller. */
    private void fill(Still still, int column, int line, float x, float y, float size) {
        int at = (line * stage.width() + column) * 3;
        int taps = Math.max(1, Math.min(8, Math.round(size * 2)));
        if (size == 1) {
            taps = 1;
        }
        for (int tap = 0; tap < taps * taps; tap++) {
            float px = x + (tap % taps + 0.5f) * size / taps - 0.5f;
            int below = tap / taps;
            float py = y + (below + 0.5f) * size / taps - 0.5f;
            add(still.codes(), still.width(), still.height(), px, py, 1f / (taps * taps), at);
        }
    }

    private void add(float[] from, int width, int height, float px, float py, float weight, int at) {
        int x0 = Curve.floor(px);
        int y0 = Curve.floor(py);
        float fx = px - x0;
        float fy = py - y0;
        for (int corner = 0; corner < 4; corner++) {
            float w = weight * ((corner & 1) == 0 ? 1 - fx : fx) * (corner < 2 ? 1 - fy : fy);
            if (w > 0) {
                int cx = Math.max(0, Math.min(width - 1, x0 + (corner & 1)));
                int cy = Math.max(0, Math.min(height - 1, y0 + (corner >> 1)));
                int source = (cy * width + cx) * 3;
                rgb[at] += w * from[source];
                rgb[at + 1] += w * from[source + 1];
                rgb[at + 2] += w * from[source + 2];
            }
        }
    }

    /** One pixel as it is. */
    void pixel(int column, int line, float[] into) {
        System.arraycopy(rgb, (line * stage.width() + column) * 3, into, 0, 3);
    }

    /** The light at a place in pixels, between four of them; beyond the edge, that of the edge. */
    void sample(float px, float py, float[] into) {
        float x = Math.max(0, Math.min(px, stage.width() - 1.001f));
        float y = Math.max(0, Math.min(py, stage.height() - 1.001f));
        int ix = (int) x;
        int iy = (int) y;
        float fx = x - ix;
        float fy = y - iy;
        int at = (iy * stage.width() + ix) * 3;
        int below = at + stage.width() * 3;
        for (int c = 0; c < 3; c++) {
            float top = Curve.mix(rgb[at + c], rgb[at + 3 + c], fx);
            float bottom = Curve.mix(rgb[below + c], rgb[below + 3 + c], fx);
            into[c] = Curve.mix(top, bottom, fy);
        }
    }
}
