// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.media.RgbPicture;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRasterTest {
    private TextRaster raster;

    @BeforeEach
    void open() throws IOException {
        raster = TextRaster.open();
    }

    @AfterEach
    void close() throws IOException {
        raster.close();
    }

    @ParameterizedTest
    @EnumSource(Typeface.class)
    void everyWeightIsDrawn(Typeface face) throws IOException {
        TextMask mask = raster.draw("sh0010", face, 40);
        assertThat(mask.width()).isEqualTo(144);
        assertThat(mask.height()).isEqualTo(48);
        assertThat(ink(mask)).isPositive();
        // Nothing stands above the capitals nor far below the base line.
        assertThat(IntStream.range(0, 144).map(x -> mask.coverage(x, 0)).sum()).isZero();
        assertThat(IntStream.range(0, 144).map(x -> mask.coverage(x, 47)).sum()).isZero();
    }

    @Test
    void boldHasMoreInkThanRegular() throws IOException {
        assertThat(ink(raster.draw("plate", Typeface.BOLD, 40)))
                .isGreaterThan(ink(raster.draw("plate", Typeface.MEDIUM, 40)));
        assertThat(ink(raster.draw("plate", Typeface.MEDIUM, 40)))
                .isGreaterThan(ink(raster.draw("plate", Typeface.REGULAR, 40)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"100%", "%{pts}", "a:b", "it's", "back\\slash", "[in];[out],x", "é€ü", "日本", "\"quoted\"", "$1"})
    void nothingInATextIsSpecial(String text) throws IOException {
        TextMask mask = raster.draw(text, Typeface.REGULAR, 30);
        assertThat(mask.width()).isEqualTo(18 * text.codePointCount(0, text.length()));
        for (int column = 0; column < mask.width(); column += 18) {
            assertThat(ink(mask, column, column + 18))
                    .as("character %d of %s", column / 18, text)
                    .isPositive();
        }
    }

    @Test
    void spacesHaveNoInk() throws IOException {
        assertThat(ink(raster.draw("   ", Typeface.REGULAR, 40))).isZero();
        assertThat(ink(raster.draw("\t\n", Typeface.REGULAR, 40))).isZero();
        assertThat(raster.draw("", Typeface.REGULAR, 40).width()).isZero();
    }

    @Test
    void differentTextsLookDifferentAndTheSameTheSame() throws IOException {
        assertThat(bytes(raster.draw("v001", Typeface.REGULAR, 30)))
                .isNotEqualTo(bytes(raster.draw("v002", Typeface.REGULAR, 30)));
        byte[] first = bytes(raster.draw("plate", Typeface.REGULAR, 30));
        try (TextRaster other = TextRaster.open()) {
            assertThat(bytes(other.draw("plate", Typeface.REGULAR, 30))).isEqualTo(first);
        }
    }

    @Test
    void aComposedAccentIsTheSameAsACombinedOne() throws IOException {
        assertThat(bytes(raster.draw("e\u0301", Typeface.REGULAR, 30)))
                .isEqualTo(bytes(raster.draw("\u00e9", Typeface.REGULAR, 30)));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 35, 60})
    void aNumberLooksAsIfItWereDrawnWhole(int size) throws IOException {
        TextMask number = raster.draw("1001", Typeface.MEDIUM, size);
        TextMask text = raster.draw("1001 ", Typeface.MEDIUM, size);
        assertThat(number.width()).isEqualTo(Typeface.width("1001", size));
        for (int y = 0; y < number.height(); y++) {
            for (int x = 0; x < number.width(); x++) {
                assertThat(number.coverage(x, y)).as("%d,%d", x, y).isEqualTo(text.coverage(x, y));
            }
        }
    }

    @Test
    void aThousandFrameNumbersCostNextToNothing() throws IOException {
        raster.draw("0123456789", Typeface.MEDIUM, 35);
        long start = System.nanoTime();
        for (int frame = 1001; frame < 2001; frame++) {
            raster.draw(Integer.toString(frame), Typeface.MEDIUM, 35);
        }
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(1000);
    }

    @Test
    void inkIsLaidOverThePictureAndClippedAtItsEdges() throws IOException {
        TextMask mask = raster.draw("0", Typeface.BOLD, 60);
        RgbPicture picture = RgbPicture.allocate(new Resolution(40, 40));
        Colour.grey(100).fill(picture, 0, 0, picture.size());
        mask.draw(picture, 20, -10, new Colour(255, 128, 0));
        mask.draw(picture, -20, 30, new Colour(255, 128, 0));
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                int at = picture.index(x, y);
                boolean first = x >= 20 && y + 10 < mask.height() && x - 20 < mask.width();
                boolean second = y >= 30 && x + 20 < mask.width();
                int ink = first ? mask.coverage(x - 20, y + 10) : second ? mask.coverage(x + 20, y - 30) : 0;
                int red = (100 * (255 - ink) + 255 * ink + 127) / 255;
                assertThat(picture.pixels()[at] & 0xff).isEqualTo(red);
            }
        }
    }

    @Test
    void theTypefaceIsPutAway() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = count(temporary);
        TextRaster other = TextRaster.open();
        other.draw("x", Typeface.REGULAR, 20);
        assertThat(count(temporary)).isEqualTo(before + 1);
        other.close();
        other.close();
        assertThat(count(temporary)).isEqualTo(before);
        assertThatThrownBy(() -> other.draw("y", Typeface.REGULAR, 20)).isInstanceOf(IllegalStateException.class);
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("platewright-type"))
                    .count();
        }
    }

    private static byte[] bytes(TextMask mask) {
        byte[] bytes = new byte[mask.width() * mask.height()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) mask.coverage(i % mask.width(), i / mask.width());
        }
        return bytes;
    }

    private static long ink(TextMask mask) {
        return ink(mask, 0, mask.width());
    }

    private static long ink(TextMask mask, int from, int to) {
        long sum = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = from; x < to; x++) {
                sum += mask.coverage(x, y);
            }
        }
        return sum;
    }
}
