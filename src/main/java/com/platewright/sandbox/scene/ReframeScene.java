// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.media.RgbPicture;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipOrder.Placement;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A movie on a canvas of another shape. It lies where it was asked to lie, its edges on the nearest pixels, frame by frame; a
 * code value of the source is the same code value here. Around it the picture goes on as a painter would guess it: mirrored at
 * its edges, out of focus, broken up by a brush, and a good deal darker, so that the edge can be found.
 */
final class ReframeScene implements Scene {
    /** The blurred picture's height in pixels. */
    private static final int SMALL = 36;

    /** How often its pixels are mixed with their neighbours. */
    private static final int SOFTER = 6;

    private final Stage stage;
    private final SourceFilm film;
    private final Fitting.Area area;
    private final Fitting fitting;
    private final Fitting blur;
    private final Stage small;
    private final Ink tint;
    private final int seed;

    /** @throws UncheckedIOException where the movie cannot be read */
    ReframeScene(Stage stage, Prompt prompt, Placement place, SourceFilm film) {
        this.stage = stage;
        this.film = film;
        this.area = area(stage, place);
        try {
            Resolution size = film.frame(0).size();
            small = new Stage(Math.max(2, Math.round(SMALL * (float) size.width() / size.height())), SMALL);
            fitting = new Fitting(size, area, stage);
            blur = Fitting.filling(size, small);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Dice dice = prompt.dice();
        seed = dice.seed();
        tint = new Ink(dice.in(0.24f, 0.36f), dice.in(0.24f, 0.34f), dice.in(0.24f, 0.36f));
    }

    private static Fitting.Area area(Stage stage, Placement place) {
        int left = edge(place.x(), stage.width());
        int top = edge(place.y(), stage.height());
        int right = edge(place.x() + place.width(), stage.width());
        int bottom = edge(place.y() + place.height(), stage.height());
        return new Fitting.Area(left, top, Math.max(left + 1, right), Math.max(top + 1, bottom));
    }

    private static int edge(double fraction, int size) {
        return (int) Math.round(fraction * size);
    }

    @Override
    public Moment at(float time) {
        try {
            RgbPicture picture = film.frame(Math.round(time * ClipOrder.FRAME_RATE));
            return new Placed(fitting.fit(picture), softened(blur.fit(picture).codes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        film.close();
    }

    /** Out of focus, and light. */
    private float[] softened(float[] codes) {
        float[] soft = codes;
        for (int i = 0; i < SOFTER; i++) {
            soft = mixed(mixed(soft, 1, small.width()), small.width(), small.height());
        }
        for (int i = 0; i < soft.length; i++) {
            soft[i] = Math.min(1, PreviewTone.light(soft[i]));
        }
        return soft;
    }

    /** Each pixel with its two neighbours along an axis of so many; {@code stride} pixels lie from one to the next. */
    private static float[] mixed(float[] rgb, int stride, int count) {
        float[] mixed = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            int place = i / 3 / stride % count;
            float low = place == 0 ? rgb[i] : rgb[i - 3 * stride];
            float high = place == count - 1 ? rgb[i] : rgb[i + 3 * stride];
            mixed[i] = 0.5f * rgb[i] + 0.25f * (low + high);
        }
        return mixed;
    }

    private final class Placed implements Moment {
        private final Fitting.Cut cut;
        private final float[] around;

        Placed(Fitting.Cut cut, float[] around) {
            this.cut = cut;
            this.around = around;
        }

        /** Nothing is added to the source. */
        @Override
        public float grain() {
            return 0;
        }

        @Override
        public void paint(Strip strip) {
            float[] codes = cut.codes();
            for (int line = strip.first(); line < strip.end(); line++) {
                int at = strip.at(0, line);
                for (int column = 0; column < stage.width(); column++, at += 3) {
                    if (fitting.seen().holds(column, line)) {
                        int from = cut.at(column, line);
                        strip.set(
                                at,
                                PreviewTone.light(codes[from]),
                                PreviewTone.light(codes[from + 1]),
                                PreviewTone.light(codes[from + 2]));
                    } else {
                        beyond(strip, at, column, line);
                    }
                }
            }
        }

        private void beyond(Strip strip, int at, int column, int line) {
            float x = stage.x(column);
            float y = stage.y(line);
            float brush = Noise.layered(x * 7, y * 7, 2, seed) - 0.5f;
            float u = (column + 0.5f - area.left()) / (area.right() - area.left()) + 0.08f * brush;
            float v = (line + 0.5f - area.top()) / (area.bottom() - area.top()) + 0.08f * brush;
            float far = Math.max(outside(u), outside(v));
            float share = (0.85f + 0.5f * brush) / (1 + 0.7f * far);
            float px = Math.max(0, Math.min(mirrored(u) * small.width() - 0.5f, small.width() - 1.001f));
            float py = Math.max(0, Math.min(mirrored(v) * small.height() - 0.5f, small.height() - 1.001f));
            int ix = (int) px;
            int iy = (int) py;
            float fx = px - ix;
            float fy = py - iy;
            int one = (iy * small.width() + ix) * 3;
            int below = one + small.width() * 3;
            strip.set(
                    at,
                    share * tint.r() * between(one, below, fx, fy),
                    share * tint.g() * between(one + 1, below + 1, fx, fy),
                    share * tint.b() * between(one + 2, below + 2, fx, fy));
        }

        private float between(int one, int below, float fx, float fy) {
            float top = Curve.mix(around[one], around[one + 3], fx);
            return Curve.mix(top, Curve.mix(around[below], around[below + 3], fx), fy);
        }

        private static float outside(float u) {
            return Math.max(-u, u - 1);
        }

        /** To and fro between 0 and 1. */
        private static float mirrored(float u) {
            float half = u / 2 - Curve.floor(u / 2);
            return half < 0.5f ? half * 2 : 2 - half * 2;
        }
    }
}
