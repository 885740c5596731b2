// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import com.platewright.shot.Resolution;

/**
 * Where things stand on a contact sheet. Every distance is a multiple of one module, which is 8 pixels for pictures 480
 * wide and grows with them; type sizes are multiples of 5, for which the typeface's columns are whole pixels.
 */
record SheetLayout(int module, Resolution tile, int columns, int rows, boolean oneLineHeader) {
    private static final int TILE_WIDTH_OF_MODULE = 60;

    static SheetLayout of(ContactSheet sheet) {
        Resolution tile = sheet.tiles().get(0).picture().size();
        int count = sheet.tiles().size();
        int columns = Math.min(sheet.columns(), count);
        int module = Math.max(4, Math.round((float) tile.width() / TILE_WIDTH_OF_MODULE / 4) * 4);
        SheetLayout layout = new SheetLayout(module, tile, columns, (count + columns - 1) / columns, true);
        int wanted = Typeface.width(sheet.title() + "  ", layout.titleSize())
                + Typeface.width(sheet.details(), layout.textSize());
        boolean fits = wanted <= layout.contentWidth() || sheet.details().isEmpty();
        return new SheetLayout(module, tile, columns, layout.rows(), fits);
    }

    int textSize() {
        return Math.max(15, module * 5 / 2);
    }

    int titleSize() {
        return textSize() * 7 / 4 / 5 * 5;
    }

    int margin() {
        return 6 * module;
    }

    private int gutter() {
        return 3 * module;
    }

    int captionGap() {
        return module;
    }

    int contentWidth() {
        return columns * tile.width() + (columns - 1) * gutter();
    }

    int titleTop() {
        return margin() - module;
    }

    /** On the title's base line, or on a line of its own. */
    int detailsTop() {
        return oneLineHeader
                ? titleTop() + Typeface.baseline(titleSize()) - Typeface.baseline(textSize())
                : titleTop() + Typeface.lineHeight(titleSize()) + module;
    }

    private int tilesTop() {
        int below = oneLineHeader
                ? titleTop() + Typeface.lineHeight(titleSize())
                : detailsTop() + Typeface.lineHeight(textSize());
        return roundUp(below + 4 * module);
    }

    private int captionHeight() {
        return roundUp(captionGap() + Typeface.lineHeight(textSize()));
    }

    private int rowHeight() {
        return tile.height() + captionHeight() + gutter();
    }

    int x(int index) {
        return margin() + index % columns * (tile.width() + gutter());
    }

    int y(int index) {
        return tilesTop() + index / columns * rowHeight();
    }

    Resolution size() {
        int height = tilesTop() + rows * rowHeight() - gutter() + margin() - module;
        return new Resolution(contentWidth() + 2 * margin(), height);
    }

    private int roundUp(int length) {
        return (length + module - 1) / module * module;
    }
}
