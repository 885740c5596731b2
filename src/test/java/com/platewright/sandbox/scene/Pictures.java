// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipOrder;
import java.io.FileNotFoundException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Small orders, whole frames as arrays, and one prompt for each kind of scene. */
final class Pictures {
    static final int WIDTH = 160;
    static final int HEIGHT = 90;

    static final Map<String, String> PROMPTS = Map.of(
            "garden", "A jewel-green hummingbird hovers at a vivid red hibiscus flower",
            "dune", "A lone astronaut walks across a windswept red Martian dune at dawn",
            "pond", "A paper lantern drifts across the pond",
            "sparks", "Slow push-in on a welder at night, sparks far brighter than the scene",
            "sea", "The sea at sunset, a sailing boat",
            "street", "Neon signs, rain, a city street",
            "silk", "A black vinyl record");

    static final Still.Reader NONE = file -> {
        throw new FileNotFoundException(file.toString());
    };

    private Pictures() {}

    static String prompt(String kind) {
        return Objects.requireNonNull(PROMPTS.get(kind), kind);
    }

    static ClipOrder order(String prompt, int take, boolean mark, ClipOrder.Pin... pins) {
        ClipOrder.Format format = new ClipOrder.Format(WIDTH, HEIGHT, 121, true, false);
        ClipOrder.Inputs inputs = new ClipOrder.Inputs(List.of(pins), Optional.empty());
        return new ClipOrder(prompt, take, format, inputs, ClipOrder.ExrStyle.sound(121), mark);
    }

    /** RGBA of a whole frame, painted in strips of so many lines. */
    static float[] frame(SceneClip clip, int index, int strip) {
        FloatBuffer buffer = FloatBuffer.allocate(WIDTH * HEIGHT * 4);
        SceneClip.Frame frame = clip.frame(index);
        for (int line = 0; line < HEIGHT; line += strip) {
            frame.lines(line, Math.min(strip, HEIGHT - line), buffer);
        }
        return buffer.array();
    }

    static float[] frame(String prompt, int take, int index) {
        return frame(SceneClip.of(order(prompt, take, false), NONE, 2), index, 16);
    }

    /** The mean difference of two frames as an eye would see them: light v as v / (1 + v). */
    static double difference(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] / (1 + a[i]) - b[i] / (1 + b[i]));
        }
        return sum / a.length;
    }

    static int digest(float[] frame) {
        int[] bits = new int[frame.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(frame[i]);
        }
        return Arrays.hashCode(bits);
    }
}
