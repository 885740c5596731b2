// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import com.platewright.media.RgbPicture;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.util.List;

/**
 * A shot at a glance: pictures in rows on a dark neutral ground, each with its frame number, under one line of text.
 *
 * @param title in bold, such as shot and version
 * @param details smaller, at the right of the same line; under it where both do not fit
 * @param columns pictures in a row
 * @param tiles in the order of reading; their pictures are equal in size
 */
public record ContactSheet(String title, String details, int columns, List<Tile> tiles) {
    private static final Colour GROUND = Colour.grey(0x16);
    private static final Colour TITLE = Colour.grey(0xec);
    private static final Colour LABEL = Colour.grey(0xc4);
    private static final Colour QUIET = Colour.grey(0x86);

    /**
     * One picture of the sheet.
     *
     * @param frame its number, under the picture at the left
     * @param note at the right of the number, may be empty
     */
    public record Tile(RgbPicture picture, String frame, String note) {}

    public ContactSheet {
        tiles = List.copyOf(tiles);
        if (columns < 1 || tiles.isEmpty()) {
            throw new IllegalArgumentException("a contact sheet has pictures and at least one column");
        }
        Resolution size = tiles.get(0).picture().size();
        for (Tile tile : tiles) {
            if (!tile.picture().size().equals(size)) {
                throw new IllegalArgumentException("the pictures of a contact sheet are equal in size, but "
                        + tile.picture().size() + " stands beside " + size);
            }
        }
    }

    /**
     * Draws the sheet.
     *
     * @throws IOException when the typeface's folder refuses
     */
    public RgbPicture compose(TextRaster type) throws IOException {
        SheetLayout layout = SheetLayout.of(this);
        RgbPicture sheet = RgbPicture.allocate(layout.size());
        GROUND.fill(sheet, 0, 0, layout.size());
        header(sheet, layout, type);
        for (int i = 0; i < tiles.size(); i++) {
            tile(sheet, layout, type, tiles.get(i), layout.x(i), layout.y(i));
        }
        return sheet;
    }

    private void header(RgbPicture sheet, SheetLayout layout, TextRaster type) throws IOException {
        int margin = layout.margin();
        int width = layout.contentWidth();
        String name = fit(title, layout.titleSize(), width);
        type.draw(name, Typeface.BOLD, layout.titleSize()).draw(sheet, margin, layout.titleTop(), TITLE);
        String more = fit(details, layout.textSize(), width);
        int x = layout.oneLineHeader() ? margin + width - Typeface.width(more, layout.textSize()) : margin;
        type.draw(more, Typeface.REGULAR, layout.textSize()).draw(sheet, x, layout.detailsTop(), QUIET);
    }

    private static void tile(RgbPicture sheet, SheetLayout layout, TextRaster type, Tile tile, int x, int y)
            throws IOException {
        RgbPicture picture = tile.picture();
        int line = picture.size().width() * RgbPicture.CHANNELS;
        for (int row = 0; row < picture.size().height(); row++) {
            System.arraycopy(picture.pixels(), row * line, sheet.pixels(), sheet.index(x, y + row), line);
        }
        int size = layout.textSize();
        int top = y + picture.size().height() + layout.captionGap();
        int width = picture.size().width();
        String frame = fit(tile.frame(), size, width);
        type.draw(frame, Typeface.MEDIUM, size).draw(sheet, x, top, LABEL);
        String note = fit(tile.note(), size, width - Typeface.width(frame + " ", size));
        type.draw(note, Typeface.REGULAR, size).draw(sheet, x + width - Typeface.width(note, size), top, QUIET);
    }

    /** As much of a text as fits a width, with an ellipsis where something is missing. */
    private static String fit(String text, int size, int width) {
        String shown = text;
        while (!shown.isEmpty() && Typeface.width(shown, size) > width) {
            int end = shown.offsetByCodePoints(shown.length(), shown.endsWith("…") ? -2 : -1);
            shown = end <= 0 ? "" : shown.substring(0, end).stripTrailing() + "…";
        }
        return shown;
    }
}
