// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipOrder;

/**
 * Where to cut a circle of frames open: at a step that is smaller than those around it, so that lightning or a spark never
 * falls on the seam. Small frames are enough to know.
 */
final class Seam {
    private static final int HEIGHT = 36;

    private Seam() {}

    /** The size at which steps are measured. */
    static Stage stage(Stage stage) {
        return new Stage(Math.max(8, Math.round(HEIGHT * stage.aspect())), HEIGHT);
    }

    /** The frame, counted from 0, with which to begin. The scene is made for {@link #stage}; it repeats after so many frames. */
    static int quietest(Scene loop, Stage small, int frames) {
        float[] steps = new float[frames];
        float[] first = picture(loop, small, 0);
        float[] last = first;
        for (int i = 0; i < frames; i++) {
            float[] next = i + 1 < frames ? picture(loop, small, i + 1) : first;
            steps[i] = difference(last, next);
            last = next;
        }
        int best = 0;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < frames; i++) {
            float around = Math.min(steps[(i + frames - 1) % frames], steps[(i + 1) % frames]);
            float rank = steps[i] / (around + 1e-9f);
            if (rank < least) {
                least = rank;
                best = i;
            }
        }
        return (best + 1) % frames;
    }

    private static float[] picture(Scene loop, Stage small, int frame) {
        Strip strip = new Strip(small, 0, small.height());
        loop.at((float) frame / ClipOrder.FRAME_RATE).paint(strip);
        float[] rgb = strip.rgb();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = rgb[i] / (1 + rgb[i]);
        }
        return rgb;
    }

    private static float difference(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
