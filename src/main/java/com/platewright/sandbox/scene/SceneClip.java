// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of one order, as light in ACES2065-1 (SMPTE ST 2065-1). Made once, then asked for frames by any number of
 * threads.
 */
final class SceneClip implements AutoCloseable {
    private final Stage stage;
    private final Scene scene;
    private final Optional<Mark> mark;

    private SceneClip(Stage stage, Scene scene, Optional<Mark> mark) {
        this.stage = stage;
        this.scene = scene;
        this.mark = mark;
    }

    /**
     * Sets up what an order asks for: its movie changed, its stills come alive, otherwise what its prompt says.
     *
     * @param painters how many threads will ask for frames at a time
     * @throws java.io.UncheckedIOException here or from {@link #frame}, where a movie or still cannot be read
     */
    static SceneClip of(ClipOrder order, Still.Reader stills, int painters) {
        Stage stage = new Stage(order.format().width(), order.format().height());
        Prompt prompt = Prompt.of(order.prompt(), order.take());
        Scene scene = order.inputs().source().isPresent()
                ? changed(order, order.inputs().source().get(), stills, painters)
                : order.format().loop() ? loop(order, stage, prompt, stills) : made(order, stage, prompt, stills);
        return new SceneClip(stage, scene, order.mark() ? Optional.of(new Mark(stage)) : Optional.empty());
    }

    private static Scene made(ClipOrder order, Stage stage, Prompt prompt, Still.Reader stills) {
        List<ClipOrder.Pin> pins = order.inputs().pins();
        return pins.isEmpty()
                ? SceneKind.of(prompt).scene(stage, prompt)
                : new PinnedScene(
                        stage, prompt, new Plates(stage, order.format().hdr(), pins, stills));
    }

    /** A scene that has no still in it may begin anywhere; stills stand again when the round is over. */
    private static Scene loop(ClipOrder order, Stage stage, Prompt prompt, Still.Reader stills) {
        int frames = order.format().frames();
        float round = (float) frames / ClipOrder.FRAME_RATE;
        List<ClipOrder.Pin> again = new ArrayList<>();
        for (ClipOrder.Pin pin : order.inputs().pins()) {
            again.add(new ClipOrder.Pin(pin.image(), pin.frame() - frames));
            again.add(pin);
            again.add(new ClipOrder.Pin(pin.image(), pin.frame() + frames));
        }
        if (!again.isEmpty()) {
            return new LoopScene(new PinnedScene(stage, prompt, new Plates(stage, false, again, stills)), round, 0);
        }
        SceneKind kind = SceneKind.of(prompt);
        Stage small = Seam.stage(stage);
        int start = Seam.quietest(new LoopScene(kind.scene(small, prompt), round, 0), small, frames);
        return new LoopScene(kind.scene(stage, prompt), round, (float) start / ClipOrder.FRAME_RATE);
    }

    private static Scene changed(ClipOrder order, ClipOrder.Source source, Still.Reader stills, int painters) {
        Stage stage = new Stage(order.format().width(), order.format().height());
        Prompt prompt = Prompt.of(order.prompt(), order.take());
        SourceFilm film = new SourceFilm(source.movie(), painters);
        try {
            Scene scene = source.placement().isPresent()
                    ? new ReframeScene(stage, prompt, source.placement().get(), film)
                    : new EditScene(stage, prompt, source.freedom(), film);
            List<ClipOrder.Pin> pins = order.inputs().pins();
            boolean hdr = order.format().hdr();
            return pins.isEmpty() ? scene : new AnchoredScene(scene, stage, new Plates(stage, hdr, pins, stills));
        } catch (RuntimeException e) {
            film.close();
            throw e;
        }
    }

    /** A frame, counted from 0; its lines may be painted in any order, by several threads. */
    Frame frame(int index) {
        return new Frame(index, scene.at((float) index / ClipOrder.FRAME_RATE));
    }

    @Override
    public void close() {
        scene.close();
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
