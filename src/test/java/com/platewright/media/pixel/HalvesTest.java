// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.frame.Picture;
import com.platewright.media.Binary16;
import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalvesTest {
    private static final int ALL = 65536;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyHalfBecomesItsNumberAndComesBack(boolean wide) {
        ByteBuffer halves = bytes(ALL * 2);
        for (int i = 0; i < ALL; i++) {
            halves.putShort(2 * i, (short) i);
        }
        FloatBuffer floats = bytes(ALL * 4).asFloatBuffer();
        ByteBuffer back = bytes(ALL * 2);
        Halves.toFloat(halves, floats, wide);
        Halves.toHalf(floats, ALL / 4, back, wide);
        for (int i = 0; i < ALL; i++) {
            boolean nan = (i & 0x7c00) == 0x7c00 && (i & 0x3ff) != 0;
            assertThat(floats.get(i)).as("%04x", i).isEqualTo(Float.valueOf(Binary16.value((short) i)));
            assertThat(back.getShort(2 * i)).as("%04x", i).isEqualTo((short) (nan ? i | 0x200 : i));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void floatsAreRoundedToTheNearestEvenHalf(boolean wide) {
        Random random = new Random(3);
        FloatBuffer floats = bytes(ALL * 4).asFloatBuffer();
        for (int i = 0; i < ALL; i++) { // halves, points midway between two of them, and anything
            float half = Binary16.value((short) random.nextInt());
            float value = i % 3 == 0
                    ? half
                    : i % 3 == 1 ? half + Math.ulp(half) * 4096 : Float.intBitsToFloat(random.nextInt());
            floats.put(i, Float.isNaN(value) ? 65519.996f : value);
        }
        float[] edges = {
            0f,
            -0f,
            65504,
            65519.996f,
            65520,
            -65520,
            1e9f,
            0x1p-24f,
            0x1p-25f,
            0x1.000002p-25f,
            0x1.8p-24f,
            0x1.ffcp-15f,
            0x1.fffp-15f
        };
        floats.put(0, edges);
        ByteBuffer halves = bytes(ALL * 2);
        Halves.toHalf(floats, ALL / 4, halves, wide);
        for (int i = 0; i < ALL; i++) {
            assertThat(halves.getShort(2 * i)).as("%a", floats.get(i)).isEqualTo(Binary16.nearest(floats.get(i)));
        }
    }

    @Test
    void theTwoKernelsAgreeOnWhateverTheBitsAre() {
        Random random = new Random(4);
        FloatBuffer floats = bytes(4 * 4 * 1001).asFloatBuffer();
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < floats.capacity(); i++) {
                floats.put(
                        i,
                        Float.intBitsToFloat(
                                random.nextInt(8) == 0 ? random.nextInt() | 0x7f800000 : random.nextInt()));
            }
            ByteBuffer portable = bytes(2 * floats.capacity());
            ByteBuffer wide = bytes(2 * floats.capacity());
            Halves.toHalf(floats, 1001, portable, false);
            Halves.toHalf(floats, 1001, wide, true);
            assertThat(wide).isEqualTo(portable);
        }
    }

    @Test
    void infinityAndNanStayWhatTheyAre() {
        FloatBuffer floats = bytes(16)
                .asFloatBuffer()
                .put(new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 1})
                .flip();
        ByteBuffer halves = bytes(8);
        Halves.toHalf(floats, 1, halves);
        assertThat(halves.getShort(0)).isEqualTo((short) 0x7c00);
        assertThat(halves.getShort(2)).isEqualTo((short) 0xfc00);
        assertThat(halves.getShort(4)).isEqualTo((short) 0x7e00);
    }

    @Test
    void stripsOfAPictureAreItsLines() {
        for (Picture.Sample sample : Picture.Sample.values()) {
            Picture picture = Picture.allocate(new Resolution(5, 7), sample);
            ByteBuffer pixels = picture.pixels();
            for (int i = 0; i < 5 * 7 * 4; i++) {
                if (sample == Picture.Sample.HALF) {
                    pixels.putShort(2 * i, (short) (0x3c00 + i));
                } else {
                    pixels.putFloat(4 * i, Binary16.value((short) (0x3c00 + i)));
                }
            }
            FloatBuffer strip = Strips.floats(5);
            Halves.toFloat(picture, 3, 4, strip);
            for (int i = 0; i < 4 * 5 * 4; i++) {
                assertThat(strip.get(i)).isEqualTo(Binary16.value((short) (0x3c00 + 3 * 5 * 4 + i)));
            }
            assertThat(strip.position()).isZero();
        }
    }

    @Test
    void buffersThatAreTooSmallAreRefused() {
        assertThatThrownBy(() -> Halves.toHalf(Strips.floats(4), 65, bytes(8 * 65)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Halves.toHalf(Strips.floats(4), 2, bytes(15)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Halves.toHalf(FloatBuffer.allocate(8), 2, bytes(16)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocateDirect(count).order(ByteOrder.nativeOrder());
    }
}
