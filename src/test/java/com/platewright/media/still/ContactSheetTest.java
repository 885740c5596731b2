// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.media.RgbPicture;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactSheetTest {
    private static final int GROUND = 0x16;

    @Test
    void everyPictureStandsInItsPlaceUnchanged() throws IOException {
        RgbPicture sheet = compose(sheet("sh0010_v001", "24 fps", 4, 10, new Resolution(480, 270)));
        SheetLayout layout = SheetLayout.of(sheet("sh0010_v001", "24 fps", 4, 10, new Resolution(480, 270)));
        for (int i = 0; i < 10; i++) {
            assertThat(layout.x(i) % 8).isZero();
            for (int y : new int[] {0, 135, 269}) {
                for (int x : new int[] {0, 240, 479}) {
                    assertThat(red(sheet, layout.x(i) + x, layout.y(i) + y)).isEqualTo(60 + 10 * i);
                }
            }
            assertThat(red(sheet, layout.x(i) - 1, layout.y(i))).isEqualTo(GROUND);
            assertThat(red(sheet, layout.x(i), layout.y(i) - 1)).isEqualTo(GROUND);
            assertThat(red(sheet, layout.x(i) + 480, layout.y(i) + 269)).isEqualTo(GROUND);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "480, 270, 4, 12",
        "320, 180, 3, 7",
        "240, 135, 6, 1",
        "1920, 1080, 2, 4",
        "100, 300, 5, 20",
        "16, 9, 2, 3"
    })
    void marginsAreEmptyAndEqualLeftAndRight(int width, int height, int columns, int count) throws IOException {
        ContactSheet asked = sheet(
                "a_long_name_of_a_shot_v001",
                "many details · more · and more",
                columns,
                count,
                new Resolution(width, height));
        RgbPicture sheet = compose(asked);
        int margin = SheetLayout.of(asked).margin();
        for (int y = 0; y < sheet.size().height(); y++) {
            for (int x = 0; x < margin; x++) {
                assertThat(red(sheet, x, y)).isEqualTo(GROUND);
                assertThat(red(sheet, sheet.size().width() - 1 - x, y)).isEqualTo(GROUND);
            }
        }
        for (int x = 0; x < sheet.size().width(); x++) {
            assertThat(red(sheet, x, 0)).isEqualTo(GROUND);
            assertThat(red(sheet, x, sheet.size().height() - 1)).isEqualTo(GROUND);
        }
    }

    @Test
    void theFrameNumberStandsUnderItsPicture() throws IOException {
        ContactSheet asked = sheet("sh0010", "", 2, 2, new Resolution(480, 270));
        RgbPicture sheet = compose(asked);
        SheetLayout layout = SheetLayout.of(asked);
        int top = layout.y(1) + 270 + layout.captionGap();
        try (TextRaster type = TextRaster.open()) {
            TextMask number = type.draw("1002", Typeface.MEDIUM, layout.textSize());
            for (int y = 0; y < number.height(); y++) {
                for (int x = 0; x < number.width(); x++) {
                    int ink = number.coverage(x, y);
                    int expected = (GROUND * (255 - ink) + 0xc4 * ink + 127) / 255;
                    assertThat(red(sheet, layout.x(1) + x, top + y)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void detailsThatDoNotFitBesideTheTitleStandUnderIt() {
        Resolution tile = new Resolution(320, 180);
        assertThat(SheetLayout.of(sheet("sh0010", "24 fps", 2, 2, tile)).oneLineHeader())
                .isTrue();
        assertThat(SheetLayout.of(sheet("sh0010", "x".repeat(80), 2, 2, tile)).oneLineHeader())
                .isFalse();
    }

    @Test
    void picturesOfUnequalSizeAreRefused() {
        List<ContactSheet.Tile> tiles = List.of(
                new ContactSheet.Tile(RgbPicture.allocate(new Resolution(2, 2)), "1", ""),
                new ContactSheet.Tile(RgbPicture.allocate(new Resolution(3, 2)), "2", ""));
        assertThatThrownBy(() -> new ContactSheet("a", "b", 2, tiles)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RgbPicture compose(ContactSheet sheet) throws IOException {
        try (TextRaster type = TextRaster.open()) {
            return sheet.compose(type);
        }
    }

    private static ContactSheet sheet(String title, String details, int columns, int count, Resolution size) {
        List<ContactSheet.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RgbPicture picture = RgbPicture.allocate(size);
            Colour.grey(60 + 10 * i).fill(picture, 0, 0, size);
            tiles.add(new ContactSheet.Tile(picture, Integer.toString(1001 + i), i % 2 == 0 ? "peak 12.4" : ""));
        }
        return new ContactSheet(title, details, columns, tiles);
    }

    private static int red(RgbPicture picture, int x, int y) {
        return picture.pixels()[picture.index(x, y)] & 0xff;
    }
}
