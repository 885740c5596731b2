// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stills that come alive. At its frame a still stands exactly as it is; away from it the camera pushes in, the light warms, its
 * brightest parts go beyond 1.0 and motes drift through it. Between two stills one dissolves into the other.
 */
final class PinnedScene implements Scene {
    /** Stills in memory at a time: the two around the present frames, and one to come. */
    private static final int KEPT = 3;

    private record Mote(float x, float y, float radius, float vx, float vy, float phase) {}

    private final Stage stage;
    private final List<ClipOrder.Pin> pins;
    private final Still.Reader reader;
    private final Map<Integer, Plate> plates = new LinkedHashMap<>(KEPT * 2, 0.75f, true);
    private final List<Mote> motes = new ArrayList<>();
    private final float panX;
    private final float panY;
    private final Ink mote;

    PinnedScene(Stage stage, Prompt prompt, List<ClipOrder.Pin> pins, Still.Reader reader) {
        this.stage = stage;
        this.reader = reader;
        this.pins = pins.stream()
                .sorted(Comparator.comparingInt(ClipOrder.Pin::frame))
                .toList();
        Dice dice = prompt.dice();
        panX = dice.in(-0.6f, 0.6f);
        panY = dice.in(-0.4f, 0.4f);
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
    }

    /** The plate of a pin; a few are kept, since frames are painted roughly in order. */
    private synchronized Plate plate(int pin) {
        Plate known = plates.get(pin);
        if (known != null) {
            return known;
        }
        try {
            Plate plate = new Plate(stage, reader.read(pins.get(pin).image()));
            plates.put(pin, plate);
            if (plates.size() > KEPT) {
                plates.remove(plates.keySet().iterator().next());
            }
            return plate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Moment at(float time) {
        int frame = Math.round(time * ClipOrder.FRAME_RATE);
        int before = 0;
        while (before + 1 < pins.size() && pins.get(before + 1).frame() <= frame) {
            before++;
        }
        boolean leads = pins.get(before).frame() > frame;
        int after = leads || before + 1 == pins.size() ? before : before + 1;
        int since = frame - pins.get(before).frame();
        int until = pins.get(after).frame() - frame;
        float share = after == before ? 0 : Curve.step(0, since + until, since);
        int nearest = after == before ? Math.abs(since) : Math.min(since, until);
        Take from = new Take(plate(before), travel(since), 1 - share);
        Take to = new Take(plate(after), travel(until), share);
        float away = Curve.step(0, 22, nearest);
        return new Alive(from, to, away, time);
    }

    /** How far the camera has gone after so many frames: gently at first. */
    private static float travel(int frames) {
        return (float) Math.sqrt(frames * frames + 36f) - 6;
    }

    /** One still, pushed into by {@code travel}, with its share of the light. */
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
                light(strip);
                drift(strip);
            }
        }

        private void pixel(Take take, int column, int line, float[] into) {
            if (take.travel() == 0) {
                take.plate().pixel(column, line, into);
                return;
            }
            float zoom = 1 / (1 + 0.0034f * take.travel());
            float reach = (1 - zoom) / 2;
            float x = stage.width() * (0.5f + panX * reach) + (column + 0.5f - stage.width() / 2f) * zoom - 0.5f;
            float y = stage.height() * (0.5f + panY * reach) + (line + 0.5f - stage.height() / 2f) * zoom - 0.5f;
            take.plate().sample(x, y, into);
        }

        /** A warmer and slowly changing light, and highlights that a still cannot hold. */
        private void light(Strip strip) {
            float breath = 0.06f * Curve.sin(time * 1.1f);
            float[] rgb = strip.rgb();
            for (int i = 0; i < rgb.length; i += 3) {
                float bright = Math.max(rgb[i], Math.max(rgb[i + 1], rgb[i + 2]));
                float over = Math.max(0, bright - 0.62f);
                float gain = 1 + away * (0.10f + breath + 22 * over * over);
                rgb[i] *= gain * (1 + 0.07f * away);
                rgb[i + 1] *= gain;
                rgb[i + 2] *= gain * (1 - 0.07f * away);
            }
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
