// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.media.RgbPicture;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A movie in another light, frame by frame, so that everything moves as it did. A lamp of the prompt's colour shines on the
 * picture as on a relief, from the side and slowly moving; what was bright gives off light of its own, far above 1.0; with more
 * freedom the source's own colours give way, its forms are simplified and their outlines begin to glow.
 */
final class EditScene implements Scene {
    /** What the brightest parts of the source give off, in the light of the scene. */
    private static final float EMITTED = 46;

    /** The peak of a source that is all but black. */
    private static final float DIMMEST = 0.25f;

    private final Stage stage;
    private final SourceFilm film;
    private final Fitting fitting;
    private final Look look;
    private final float freedom;
    private final float peak;
    private final int reach;

    /**
     * @param freedom 0, all but the source, to 1, all but the prompt
     * @throws UncheckedIOException where the movie cannot be read
     */
    EditScene(Stage stage, Prompt prompt, double freedom, SourceFilm film) {
        this.stage = stage;
        this.film = film;
        this.look = Look.of(prompt);
        this.freedom = (float) freedom;
        this.reach = Math.max(1, stage.height() / 180);
        try {
            RgbPicture first = film.frame(0);
            this.fitting = Fitting.filling(first.size(), stage);
            this.peak = peak(first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code that all but one in five hundred pixels keep below, by their brightest channel. */
    private static float peak(RgbPicture picture) {
        Resolution size = picture.size();
        int[] counts = new int[256];
        byte[] pixels = picture.pixels();
        for (int i = 0; i < pixels.length; i += 3) {
            counts[Math.max(pixels[i] & 0xFF, Math.max(pixels[i + 1] & 0xFF, pixels[i + 2] & 0xFF))]++;
        }
        int above = 0;
        int code = 255;
        while (code > 0 && (above += counts[code]) < size.pixels() / 500) {
            code--;
        }
        return Math.max(DIMMEST, code / 255f);
    }

    @Override
    public Moment at(float time) {
        try {
            RgbPicture picture = film.frame(Math.round(time * ClipOrder.FRAME_RATE));
            float[] codes = fitting.fit(picture).codes();
            return new Lit(codes, luma(codes), time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        film.close();
    }

    private static float[] luma(float[] codes) {
        float[] luma = new float[codes.length / 3];
        for (int i = 0, c = 0; i < luma.length; i++, c += 3) {
            luma[i] = 0.2126f * codes[c] + 0.7152f * codes[c + 1] + 0.0722f * codes[c + 2];
        }
        return luma;
    }

    private final class Lit implements Moment {
        private final float[] codes;
        private final float[] luma;
        private final float lampX;
        private final float lampY;

        Lit(float[] codes, float[] luma, float time) {
            this.codes = codes;
            this.luma = luma;
            lampX = stage.aspect() * (look.x() + 0.06f * Curve.sin(time * 0.7f));
            lampY = look.y() + 0.05f * Curve.sin(time * 0.9f + 1);
        }

        @Override
        public float grain() {
            return 0.3f + 0.7f * freedom;
        }

        @Override
        public void paint(Strip strip) {
            for (int line = strip.first(); line < strip.end(); line++) {
                int at = strip.at(0, line);
                for (int column = 0; column < stage.width(); column++, at += 3) {
                    pixel(strip, at, column, line);
                }
            }
        }

        private void pixel(Strip strip, int at, int column, int line) {
            int here = line * stage.width() + column;
            float slopeX = slope(here, column, stage.width(), 1);
            float slopeY = slope(here, line, stage.height(), stage.width());
            float dx = lampX - stage.x(column);
            float dy = lampY - stage.y(line);
            float far = dx * dx + dy * dy;
            float towards = (slopeX * dx + slopeY * dy) / (float) Math.sqrt(far + 0.02f);
            float relief = Math.max(0.15f, 1 - 2.4f * towards);
            float lamp = 1.25f / (0.55f + far) * relief;
            float outline = Curve.step(0.10f, 0.42f, (float) Math.sqrt(slopeX * slopeX + slopeY * slopeY));
            float glow = outline * Math.max(0, freedom - 0.35f) * 3.2f;

            float y = luma[here];
            float grey = plain(y);
            float bright = Math.max(codes[here * 3], Math.max(codes[here * 3 + 1], codes[here * 3 + 2]));
            float hot = Curve.step(0.86f, 1.03f, bright / peak);
            float emitted = EMITTED * (0.12f + 0.88f * freedom) * hot * hot;
            strip.set(
                    at,
                    channel(codes[here * 3], grey, look.key().r(), look.shade().r(), lamp, emitted, glow),
                    channel(
                            codes[here * 3 + 1],
                            grey,
                            look.key().g(),
                            look.shade().g(),
                            lamp,
                            emitted,
                            glow),
                    channel(
                            codes[here * 3 + 2],
                            grey,
                            look.key().b(),
                            look.shade().b(),
                            lamp,
                            emitted,
                            glow));
        }

        private float channel(float code, float grey, float key, float shade, float lamp, float emitted, float glow) {
            float own = Math.min(1, PreviewTone.light(code));
            float surface = Curve.mix(
                    own, grey * (0.25f + 0.75f * Curve.mix(shade, key, Math.min(1, grey * 2.2f))), 0.85f * freedom);
            float light = look.ambient() * (0.4f + 0.6f * shade) + lamp * key * 1.5f;
            float relit = surface * light + 0.012f * shade * freedom;
            float changed = 0.10f + 0.90f * Curve.step(0, 0.75f, freedom);
            return Curve.mix(own, relit, changed) + emitted * key * own + glow * shade;
        }

        /** A grey with fewer and fewer steps, the more freedom there is. */
        private float plain(float code) {
            float steps = 5;
            float place = code * steps;
            float step = Curve.floor(place) + Curve.step(0.30f, 0.70f, place - Curve.floor(place));
            return Math.min(1, PreviewTone.light(Curve.mix(code, step / steps, freedom * freedom)));
        }

        /** How much lighter it becomes along an axis, in code values for a hundredth of the picture's height. */
        private float slope(int here, int place, int size, int stride) {
            int low = Math.max(0, place - reach);
            int high = Math.min(size - 1, place + reach);
            float difference = luma[here + (high - place) * stride] - luma[here + (low - place) * stride];
            return difference / Math.max(1, high - low) * stage.height() / 100;
        }
    }
}
