// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipOrder;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * The pictures of one order, as light in ACES2065-1 (SMPTE ST 2065-1). Made once, then asked for frames by any number of
 * threads.
 */
final class SceneClip {
    private final Stage stage;
    private final Scene scene;
    private final Optional<Mark> mark;

    private SceneClip(Stage stage, Scene scene, Optional<Mark> mark) {
        this.stage = stage;
        this.scene = scene;
        this.mark = mark;
    }

    /**
     * Sets up what an order asks for: the order's stills where it has some, otherwise what its prompt says.
     *
     * @throws java.io.UncheckedIOException from {@link #frame} where a still cannot be read
     */
    static SceneClip of(ClipOrder order, Still.Reader stills) {
        Stage stage = new Stage(order.format().width(), order.format().height());
        Prompt prompt = Prompt.of(order.prompt(), order.take());
        Scene scene = order.inputs().pins().isEmpty()
                ? SceneKind.of(prompt).scene(stage, prompt)
                : new PinnedScene(stage, prompt, order.inputs().pins(), stills);
        return new SceneClip(stage, scene, order.mark() ? Optional.of(new Mark(stage)) : Optional.empty());
    }

    /** A frame, counted from 0; its lines may be painted in any order, by several threads. */
    Frame frame(int index) {
        return new Frame(index, scene.at((float) index / ClipOrder.FRAME_RATE));
    }

    /** One frame. */
    final class Frame {
        private final int index;
        private final Scene.Moment moment;

        private Frame(int index, Scene.Moment moment) {
            this.index = index;
            this.moment = moment;
        }

        /**
         * Paints {@code count} lines from line {@code first}.
         *
         * @param rgba takes four samples a pixel from its position on; alpha is 1
         */
        void lines(int first, int count, FloatBuffer rgba) {
            Strip strip = new Strip(stage, first, count);
            moment.paint(strip);
            mark.ifPresent(m -> m.paint(strip));
            if (moment.grain() > 0) {
                Grain.add(strip, index, moment.grain());
            }
            rgba.put(Ap0.of(strip.rgb()));
        }
    }
}
