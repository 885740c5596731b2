// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipOrder;

/** Another scene in which stills stand at their frames: it dissolves into each within half a second, and out of it again. */
final class AnchoredScene implements Scene {
    private static final float DISSOLVE = 13;

    private final Scene scene;
    private final Stage stage;
    private final Plates plates;

    AnchoredScene(Scene scene, Stage stage, Plates plates) {
        this.scene = scene;
        this.stage = stage;
        this.plates = plates;
    }

    @Override
    public Moment at(float time) {
        int frame = Math.round(time * ClipOrder.FRAME_RATE);
        int pin = plates.nearest(frame);
        float share = Curve.step(DISSOLVE, 0, Math.abs(plates.frame(pin) - frame));
        Moment moment = scene.at(time);
        return share == 0 ? moment : new Anchored(stage, moment, plates.plate(pin), share);
    }

    @Override
    public void close() {
        scene.close();
    }

    private record Anchored(Stage stage, Moment moment, Plate plate, float share) implements Moment {
        @Override
        public void paint(Strip strip) {
            moment.paint(strip);
            float[] rgb = strip.rgb();
            float[] still = new float[3];
            for (int line = strip.first(); line < strip.end(); line++) {
                int at = strip.at(0, line);
                for (int column = 0; column < stage.width(); column++, at += 3) {
                    plate.pixel(column, line, still);
                    for (int c = 0; c < 3; c++) {
                        rgb[at + c] = rgb[at + c] * (1 - share) + still[c] * share;
                    }
                }
            }
        }

        @Override
        public float grain() {
            return moment.grain() * (1 - share);
        }
    }
}
