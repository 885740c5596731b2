// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Stills that come alive. At its frame a still stands exactly as it is. Within half a second the camera has pushed in, leaves
 * throw their shadows over it, the light is warmer, its brightest parts go beyond 1.0 and motes drift through it. Between two
 * stills one dissolves into the other. A still that has another shape than the picture is scaled until it covers it; what
 * stands over falls away on both sides alike.
 */
final class PinnedScene implements Scene {
    /** Frames after which nothing is left of a still's own light. */
    private static final float FREE = 17;

    /** Light above which a highlight is lifted, and by how much of it at most. */
    private static final float BRIGHT = 0.62f;

    private static final float MOST_OVER = 0.6f;

    private record Mote(float x, float y, float radius, float vx, float vy, float phase) {}

    private final Stage stage;
    private final Plates plates;
    private final List<Mote> motes = new ArrayList<>();
    private final float panX;
    private final float panY;
    private final float wind;
    private final int seed;
    private final Ink mote;

    PinnedScene(Stage stage, Prompt prompt, Plates plates) {
        this.stage = stage;
        this.plates = plates;
        Dice dice = prompt.dice();
        panX = dice.in(-0.9f, 0.9f);
        panY = dice.in(-0.6f, 0.6f);
        mote = new Ink(13, dice.in(6, 9), dice.in(2, 5));
        for (int i = 0; i < 46; i++) {
            float near = dice.next();
            motes.add(new Mote(
                    stage.aspect() * dice.next(),
                    dice.next(),
                    0.0018f + 0.010f * near * near * near,
                    dice.in(-0.012f, 0.02f),
                    dice.in(-0.028f, -0.004f),
                    dice.in(0, 60)));
        }
        wind = dice.in(-0.35f, 0.35f);
        seed = dice.seed();
    }

    @Override
    public Moment at(float time) {
        int frame = Math.round(time * ClipOrder.FRAME_RATE);
        int before = plates.before(frame);
        boolean leads = plates.frame(before) > frame;
        int after = leads || before + 1 == plates.count() ? before : before + 1;
        int since = frame - plates.frame(before);
        int until = plates.frame(after) - frame;
        float share = after == before ? 0 : Curve.step(0, since + until, since);
        int nearest = after == before ? Math.abs(since) : Math.min(since, until);
        Take from = new Take(plates.plate(before), travel(since), 1 - share);
        Take to = new Take(plates.plate(after), travel(until), share);
        return new Alive(from, to, Curve.step(0, FREE, nearest), time);
    }

    /** How much the camera has closed in after so many frames: from rest, soon by a sixth, then slowly on. */
    private static float travel(int frames) {
        float square = (float) frames * frames;
        return 0.17f * square / (square + 110) + 0.0011f * Math.abs(frames);
    }

    /** One still, closed in on by {@code travel}, with its share of the light. */
    private record Take(Plate plate, float travel, float share) {}

    private final class Alive implements Moment {
        private final Take from;
        private final Take to;
        private final float away;
        private final float time;

        Alive(Take from, Take to, float away, float time) {
            this.from = from;
            this.to = to;
            this.away = away;
            this.time = time;
        }

        @Override
        public float grain() {
            return away;
        }

        @Override
        public void paint(Strip strip) {
            float[] a = new float[3];
            float[] b = new float[3];
            for (int line = strip.first(); line < strip.end(); line++) {
                for (int column = 0; column < stage.width(); column++) {
                    pixel(from, column, line, a);
                    if (to.share() > 0) {
                        pixel(to, column, line, b);
                        for (int c = 0; c < 3; c++) {
                            a[c] = a[c] * from.share() + b[c] * to.share();
                        }
                    }
                    strip.set(strip.at(column, line), a[0], a[1], a[2]);
                }
            }
            if (away > 0) {
                strip.all((at, x, y) -> light(strip.rgb(), at, x, y));
                drift(strip);
            }
        }

        private void pixel(Take take, int column, int line, float[] into) {
            if (take.travel() == 0) {
                take.plate().pixel(column, line, into);
                return;
            }
            float zoom = 1 / (1 + take.travel());
            float reach = (1 - zoom) / 2;
            float x = stage.width() * (0.5f + panX * reach) + (column + 0.5f - stage.width() / 2f) * zoom - 0.5f;
            float y = stage.height() * (0.5f + panY * reach) + (line + 0.5f - stage.height() / 2f) * zoom - 0.5f;
            take.plate().sample(x, y, into);
        }

        /** A warmer light that slowly changes, the shadows of leaves in it, and highlights that a still cannot hold. */
        private void light(float[] rgb, int at, float x, float y) {
            float bright = Math.max(rgb[at], Math.max(rgb[at + 1], rgb[at + 2]));
            float over = Math.min(MOST_OVER, Math.max(0, bright - BRIGHT));
            float breath = 0.06f * Curve.sin(time * 1.1f);
            float shade = Curve.step(0.55f, 0.43f, leaves(x, y));
            float gain = (1 + away * (0.16f + breath + 22 * over * over)) * (1 - 0.82f * away * shade);
            float tint = 0.07f * away - 0.40f * away * shade;
            rgb[at] *= gain * (1 + tint);
            rgb[at + 1] *= gain;
            rgb[at + 2] *= gain * (1 - tint);
        }

        private float leaves(float x, float y) {
            float sway = 0.05f * Curve.sin(time * 1.7f + y * 4);
            return Noise.layered((x + sway) * 8 + wind * time, y * 9 + 0.1f * time, 4, seed);
        }

        private void drift(Strip strip) {
            for (Mote m : motes) {
                float x = m.x() + m.vx() * time + 0.01f * Curve.sin(time * 0.9f + m.phase());
                float y = m.y() + m.vy() * time;
                y -= Curve.floor(y);
                float sharp = 0.0022f / m.radius();
                float twinkle = 0.55f + 0.45f * Curve.sin(time * 2.3f + m.phase());
                Bokeh.Disc disc = new Bokeh.Disc(0, 0, m.radius(), 0.5f, mote);
                Bokeh.paint(strip, disc, x, y, away * twinkle * Math.min(1, sharp * sharp));
            }
        }
    }
}
