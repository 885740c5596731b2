// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.frame.Picture;
import com.platewright.frame.Picture.Sample;
import com.platewright.media.Binary16;
import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameMeterTest {
    @ParameterizedTest
    @CsvSource({"HALF,64,20,0", "HALF,17,13,0.02", "HALF,1,1,0", "FLOAT,64,20,0.01", "FLOAT,33,9,0.5", "HALF,3,50,1"})
    void itCountsWhatASlowLoopCounts(Sample sample, int width, int height, double specials) {
        Picture picture = picture(sample, width, height, specials);
        for (boolean wide : new boolean[] {false, true}) {
            FrameMeasure measure = measure(picture, 16, wide);
            for (int c = 0; c < 3; c++) {
                ChannelMeasure expected = slowly(picture, c);
                ChannelMeasure found = measure.channels().get(c);
                assertThat(found.mean()).isCloseTo(expected.mean(), within(1e-12 * (1 + Math.abs(expected.mean()))));
                assertThat(found)
                        .usingRecursiveComparison()
                        .ignoringFields("mean")
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void neitherStripsNorKernelsChangeABit() {
        Picture picture = picture(Sample.FLOAT, 61, 50, 0.001);
        FrameMeasure whole = measure(picture, 50, false);
        for (int strip : new int[] {1, 7, 16}) {
            for (boolean wide : new boolean[] {false, true}) {
                assertThat(measure(picture, strip, wide)).isEqualTo(whole);
            }
        }
    }

    @Test
    void theDigestIsTwoCrcsOfTheSamples() {
        Picture picture = picture(Sample.HALF, 40, 30, 0);
        byte[] bytes = new byte[picture.pixels().remaining()];
        picture.pixels().get(bytes);
        CRC32 ieee = new CRC32();
        ieee.update(bytes);
        CRC32C castagnoli = new CRC32C();
        castagnoli.update(bytes);
        assertThat(measure(picture, 16, true).pixels()).isEqualTo(ieee.getValue() << 32 | castagnoli.getValue());
    }

    @Test
    void oneBitOfOneSampleChangesTheDigest() {
        Picture picture = picture(Sample.HALF, 40, 30, 0);
        long before = measure(picture, 16, true).pixels();
        picture.pixels().put(1234, (byte) (picture.pixels().get(1234) ^ 1));
        assertThat(measure(picture, 16, true).pixels()).isNotEqualTo(before);
    }

    @Test
    void aPictureOfNansHasNoNumbers() {
        Picture picture = Picture.allocate(new Resolution(4, 4), Sample.HALF);
        for (int i = 0; i < 64; i++) {
            picture.pixels().putShort(2 * i, (short) 0xfe01);
        }
        assertThat(measure(picture, 16, true).channels().get(1))
                .isEqualTo(new ChannelMeasure(16, 16, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aBlackPictureIsZeroAndNotMinusZero() {
        Picture picture = Picture.allocate(new Resolution(4, 4), Sample.HALF);
        for (int i = 0; i < 64; i++) {
            picture.pixels().putShort(2 * i, (short) 0x8000);
        }
        ChannelMeasure black = measure(picture, 16, true).channels().get(0);
        assertThat(Float.floatToRawIntBits(black.lowest())).isZero();
        assertThat(black.negative()).isZero();
    }

    @Test
    void theNextFrameStartsFromNothing() {
        Picture picture = picture(Sample.HALF, 20, 10, 0.1);
        try (FrameMeter meter = new FrameMeter(picture.size(), Sample.HALF)) {
            meter.lines(picture.pixels(), 10);
            FrameMeasure first = meter.finish(1001);
            meter.lines(picture.pixels(), 10);
            assertThat(meter.finish(1001)).isEqualTo(first);
        }
    }

    @Test
    void linesThatDoNotFitAreRefused() {
        try (FrameMeter meter = new FrameMeter(new Resolution(4, 4), Sample.HALF)) {
            ByteBuffer lines = ByteBuffer.allocateDirect(8 * 4 * 4);
            assertThatThrownBy(() -> meter.lines(lines, 5)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> meter.finish(1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void memoryStaysFlatOverManyMeters() {
        Picture picture = picture(Sample.HALF, 64, 64, 0);
        long settled = 0;
        for (int i = 0; i < 200; i++) {
            measure(picture, 16, true);
            settled = i == 50 ? Pointer.physicalBytes() : settled;
        }
        assertThat(Pointer.physicalBytes() - settled).isLessThan(16L << 20);
    }

    private static FrameMeasure measure(Picture picture, int strip, boolean wide) {
        try (FrameMeter meter = new FrameMeter(picture.size(), picture.sample(), wide)) {
            for (int y = 0; y < picture.size().height(); y += strip) {
                int count = Math.min(strip, picture.size().height() - y);
                meter.lines(picture.lines(y, count), count);
            }
            return meter.finish(1001);
        }
    }

    private static ChannelMeasure slowly(Picture picture, int channel) {
        long nan = 0, infinite = 0, negative = 0, above = 0, ceiling = 0, finite = 0;
        float lowest = Float.POSITIVE_INFINITY, peak = Float.NEGATIVE_INFINITY;
        double sum = 0;
        int count = picture.size().pixels();
        for (int i = 0; i < count; i++) {
            float v = sample(picture, 4 * i + channel);
            nan += Float.isNaN(v) ? 1 : 0;
            infinite += Float.isInfinite(v) ? 1 : 0;
            ceiling += Math.abs(v) >= 65504 ? 1 : 0;
            if (Float.isFinite(v)) {
                finite++;
                negative += v < 0 ? 1 : 0;
                above += v > 1 ? 1 : 0;
                lowest = Math.min(lowest, v);
                peak = Math.max(peak, v);
                sum += v;
            }
        }
        return finite == 0
                ? new ChannelMeasure(count, nan, infinite, 0, 0, ceiling, 0, 0, 0)
                : new ChannelMeasure(count, nan, infinite, negative, above, ceiling, lowest, peak, sum / finite);
    }

    private static float sample(Picture picture, int index) {
        return picture.sample() == Sample.HALF
                ? Binary16.value(picture.pixels().getShort(2 * index))
                : picture.pixels().getFloat(4 * index);
    }

    /** Numbers from -1 to 3, and a share of samples with any bits at all. */
    private static Picture picture(Sample sample, int width, int height, double specials) {
        Picture picture = Picture.allocate(new Resolution(width, height), sample);
        Random random = new Random(width * 31L + height);
        ByteBuffer pixels = picture.pixels();
        for (int i = 0; i < 4 * width * height; i++) {
            boolean special = random.nextDouble() < specials;
            float value = 4 * random.nextFloat() - 1;
            if (sample == Sample.HALF) {
                short[] strange = {0x7c00, (short) 0xfc00, 0x7e00, 0x7bff, (short) 0xfbff, 0x7c01, (short) 0x8000};
                pixels.putShort(2 * i, special ? strange[random.nextInt(strange.length)] : Binary16.nearest(value));
            } else {
                float[] strange = {Float.NaN, Float.POSITIVE_INFINITY, 65504, -65504, 65503.99f, 1e30f, -1e30f};
                pixels.putFloat(4 * i, special ? strange[random.nextInt(strange.length)] : value);
            }
        }
        return picture;
    }
}
