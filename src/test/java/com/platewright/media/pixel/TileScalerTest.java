// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.shot.Resolution;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileScalerTest {
    @ParameterizedTest
    @CsvSource({
        "64,36,16,9",
        "100,57,33,19",
        "17,13,5,4",
        "7,7,7,7",
        "50,3,1,1",
        "1920,8,480,2",
        "5,5,4,3",
        "1998,4,333,1",
        "427,6,240,5",
        "64,4,63,3"
    })
    void everyPixelIsTheMeanOfItsArea(int width, int height, int tileWidth, int tileHeight) {
        float[] rgba = picture(width, height);
        byte[] tile = scale(rgba, new Resolution(width, height), new Resolution(tileWidth, tileHeight), 16);
        for (int y = 0; y < tileHeight; y++) {
            for (int x = 0; x < tileWidth; x++) {
                for (int c = 0; c < 3; c++) {
                    double mean = mean(
                            rgba,
                            width,
                            (double) x * width / tileWidth,
                            (x + 1.0) * width / tileWidth,
                            (double) y * height / tileHeight,
                            (y + 1.0) * height / tileHeight,
                            c);
                    assertThat(Math.abs((tile[3 * (y * tileWidth + x) + c] & 0xff) - 255 * mean))
                            .isLessThanOrEqualTo(0.5 + 1e-6);
                }
            }
        }
    }

    @Test
    void stripsDoNotMatterAndTheScalerIsUsedAgain() {
        float[] rgba = picture(40, 30);
        Resolution size = new Resolution(40, 30);
        Resolution tile = new Resolution(13, 11);
        byte[] whole = scale(rgba, size, tile, 30);
        TileScaler scaler = new TileScaler(size, tile);
        for (int round = 0; round < 2; round++) {
            for (int y = 0; y < 30; y += 3) {
                scaler.lines(FloatBuffer.wrap(rgba, 160 * y, 480), 3);
            }
            assertThat(scaler.finish()).isEqualTo(whole);
        }
    }

    @Test
    void whiteStaysWhiteAndStrangeNumbersAreDisplayed() {
        float[] rgba = new float[4 * 90];
        for (int i = 0; i < rgba.length; i++) {
            rgba[i] = i % 4 == 0 ? 1 : i % 4 == 1 ? Float.NaN : 1e20f;
        }
        byte[] tile = scale(rgba, new Resolution(10, 9), new Resolution(7, 5), 9);
        for (int i = 0; i < tile.length; i++) {
            assertThat(tile[i] & 0xff).isEqualTo(i % 3 == 1 ? 0 : 255);
        }
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> new TileScaler(new Resolution(4, 4), new Resolution(5, 4)))
                .isInstanceOf(IllegalArgumentException.class);
        TileScaler scaler = new TileScaler(new Resolution(4, 4), new Resolution(2, 2));
        assertThatThrownBy(scaler::finish).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> scaler.lines(FloatBuffer.allocate(80), 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] scale(float[] rgba, Resolution size, Resolution tile, int strip) {
        TileScaler scaler = new TileScaler(size, tile);
        int line = 4 * size.width();
        for (int y = 0; y < size.height(); y += strip) {
            int count = Math.min(strip, size.height() - y);
            scaler.lines(FloatBuffer.wrap(rgba, y * line, count * line), count);
        }
        return scaler.finish();
    }

    private static double mean(float[] rgba, int width, double left, double right, double top, double bottom, int c) {
        double sum = 0;
        for (int y = (int) top; y < bottom; y++) {
            for (int x = (int) left; x < right; x++) {
                double area =
                        (Math.min(right, x + 1) - Math.max(left, x)) * (Math.min(bottom, y + 1) - Math.max(top, y));
                sum += area > 0 ? area * Math.max(0, Math.min(1, rgba[4 * (y * width + x) + c])) : 0;
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    private static float[] picture(int width, int height) {
        Random random = new Random(6);
        float[] rgba = new float[4 * width * height];
        for (int i = 0; i < rgba.length; i++) {
            rgba[i] = random.nextFloat() * 1.2f - 0.1f;
        }
        return rgba;
    }
}
