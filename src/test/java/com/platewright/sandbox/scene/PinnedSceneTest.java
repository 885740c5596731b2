// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import static com.platewright.sandbox.scene.Pictures.HEIGHT;
import static com.platewright.sandbox.scene.Pictures.WIDTH;
import static com.platewright.sandbox.scene.Pictures.difference;
import static com.platewright.sandbox.scene.Pictures.frame;
import static com.platewright.sandbox.scene.Pictures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.sandbox.clip.ClipOrder.Pin;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stills at their frames, against a conversion to ACES2065-1 in double precision. */
class PinnedSceneTest {
    private static final Still CHECKS = still(WIDTH, HEIGHT, 1);
    private static final Still RAMPS = still(WIDTH, HEIGHT, 2);
    private static final Map<Path, Still> FILES = Map.of(Path.of("checks"), CHECKS, Path.of("ramps"), RAMPS);

    private static Still read(Path file) throws IOException {
        Still still = FILES.get(file);
        if (still == null) {
            throw new FileNotFoundException(file + " is no picture");
        }
        return still;
    }

    private static SceneClip clip(Pin... pins) {
        return SceneClip.of(order("drifting", 0, false, pins), PinnedSceneTest::read, 2);
    }

    @Test
    void aStillStandsExactlyAtItsFrame() {
        for (int at : new int[] {0, 47, 120}) {
            float[] frame = frame(clip(new Pin(Path.of("checks"), at)), at, 16);
            assertSame(frame, CHECKS);
        }
    }

    @Test
    void severalStillsStandEachAtItsOwn() {
        SceneClip clip = clip(
                new Pin(Path.of("ramps"), 120),
                new Pin(Path.of("checks"), 0),
                new Pin(Path.of("ramps"), 60),
                new Pin(Path.of("checks"), 61));
        assertSame(frame(clip, 0, 16), CHECKS);
        assertSame(frame(clip, 60, 16), RAMPS);
        assertSame(frame(clip, 61, 16), CHECKS);
        assertSame(frame(clip, 120, 16), RAMPS);
    }

    @Test
    void awayFromItThePictureHasMovedOnSmoothly() {
        SceneClip clip = clip(new Pin(Path.of("checks"), 40));
        float[] pinned = frame(clip, 40, 16);
        double last = 0;
        for (int away = 1; away <= 20; away++) {
            for (int side : new int[] {-away, away}) {
                double step = difference(frame(clip, 40 + side, 16), frame(clip, 40 + side - Integer.signum(side), 16));
                assertThat(step).as("a step at " + side + " frames").isBetween(1e-6, 0.05);
            }
            last = difference(pinned, frame(clip, 40 + away, 16));
        }
        assertThat(last).isGreaterThan(0.03);
    }

    @Test
    void awayFromItThereAreHighlightsThatAStillCannotHold() {
        float[] frame = frame(clip(new Pin(Path.of("checks"), 0)), 60, 16);
        float peak = 0;
        for (float sample : frame) {
            assertThat(sample).isNotNegative();
            peak = Math.max(peak, sample);
        }
        assertThat(peak).isGreaterThan(2);
    }

    @Test
    void aStillOfAnotherShapeFillsThePictureFromItsMiddle() {
        Stage stage = new Stage(WIDTH, HEIGHT);
        float[] codes = new float[400 * 90 * 3];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = i / 3 % 400 >= 120 && i / 3 % 400 < 280 ? 1 : 0;
        }
        Plate plate = new Plate(stage, new Still(400, 90, codes), false);
        float[] pixel = new float[3];
        for (int column = 0; column < WIDTH; column++) {
            plate.pixel(column, 45, pixel);
            assertThat(pixel).containsOnly(PreviewTone.light(1));
        }
        Plate half = new Plate(stage, new Still(320, 180, new float[320 * 180 * 3]), false);
        half.pixel(WIDTH - 1, HEIGHT - 1, pixel);
        assertThat(pixel).containsOnly(0f);
    }

    @Test
    void whatCannotBeReadIsSaidByName() {
        assertThatThrownBy(() -> clip(new Pin(Path.of("gone"), 0)).frame(3))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone is no picture");
    }

    private static void assertSame(float[] frame, Still still) {
        double[][] matrix = {
            {0.4396329819194914, 0.3829886981515539, 0.1773783199289548},
            {0.0897764429588423, 0.8134394287489807, 0.0967841282921771},
            {0.0175411703831727, 0.1115465533023870, 0.8709122763144402}
        };
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
            for (int row = 0; row < 3; row++) {
                double expected = 0;
                for (int column = 0; column < 3; column++) {
                    expected += matrix[row][column] * light(CODES[still == CHECKS ? 0 : 1][pixel * 3 + column]);
                }
                assertThat((double) frame[pixel * 4 + row])
                        .isCloseTo(expected, org.assertj.core.api.Assertions.within(2e-5));
            }
        }
    }

    /** Of a clip with a high dynamic range: highlights held back by half from a code of 0.8, a third of a stop up. */
    private static double light(double code) {
        double shown = Math.pow(code <= 0.8 ? code : 0.8 + (code - 0.8) / 2, 2.4);
        return 1.25 * (shown <= 0.5 ? shown : 0.5 + 0.5 * (shown - 0.5) / (1 - shown));
    }

    private static final float[][] CODES = {codes(WIDTH, HEIGHT, 1), codes(WIDTH, HEIGHT, 2)};

    private static Still still(int width, int height, int pattern) {
        return new Still(width, height, codes(width, height, pattern));
    }

    /** Checks of eight pixels, or ramps in the three channels. */
    private static float[] codes(int width, int height, int pattern) {
        float[] codes = new float[width * height * 3];
        for (int i = 0; i < codes.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            float check = (x / 8 + y / 8) % 2 == 0 ? 0.95f : 0.10f + 0.05f * (i % 3);
            float ramp = i % 3 == 0 ? (float) x / width : i % 3 == 1 ? (float) y / height : 0.5f;
            codes[i] = pattern == 1 ? check : ramp;
        }
        return codes;
    }
}
