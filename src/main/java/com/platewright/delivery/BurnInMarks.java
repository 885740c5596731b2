// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.media.pixel.Coverage;
import com.platewright.media.still.TextMask;
import com.platewright.media.still.TextRaster;
import com.platewright.media.still.Typeface;
import com.platewright.pass.Overlay;
import com.platewright.shot.Resolution;
import com.platewright.show.Deliverable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** Lines of text over the pictures of a movie, each on a darkened ground so that it reads over snow and over night. */
final class BurnInMarks implements Overlay {
    /** Lines of type that a picture's height would hold. */
    private static final int LINES = 36;

    private static final int SMALLEST = 15;
    private static final int GROUND = 140;
    private static final double BLACK = 0;
    private static final double WHITE = 0.92;

    private final TextRaster raster;
    private final Resolution size;
    private final Map<Deliverable.BurnIn.Spot, IntFunction<String>> texts;
    private final Map<String, Coverage> drawn = new ConcurrentHashMap<>();
    private final int type;

    /**
     * Marks for pictures of a size.
     *
     * @param texts by place; of the picture's index in playing order
     */
    BurnInMarks(TextRaster raster, Resolution size, Map<Deliverable.BurnIn.Spot, IntFunction<String>> texts) {
        this.raster = raster;
        this.size = size;
        this.texts = Map.copyOf(texts);
        // Multiples of 5, for which the typeface's columns are whole pixels.
        this.type = Math.max(SMALLEST, size.height() / LINES / 5 * 5);
    }

    @Override
    public List<Mark> at(int index) {
        List<Mark> marks = new ArrayList<>();
        texts.forEach((spot, text) -> line(spot, text.apply(index), marks));
        return marks;
    }

    private void line(Deliverable.BurnIn.Spot spot, String text, List<Mark> marks) {
        Coverage line = drawn.computeIfAbsent(text, this::draw);
        if (drawn.size() > 512) {
            drawn.clear();
        }
        int pad = type / 3;
        int x = x(spot, line.width(), pad);
        int y = y(spot, line.height(), pad);
        marks.add(new Mark(
                Coverage.box(line.width() + 2 * pad, line.height() + pad, GROUND), x - pad, y - pad / 2, BLACK));
        marks.add(new Mark(line, x, y, WHITE));
    }

    private int x(Deliverable.BurnIn.Spot spot, int width, int pad) {
        int margin = type + pad;
        return switch (spot) {
            case TOP_LEFT, BOTTOM_LEFT -> margin;
            case TOP_CENTRE, BOTTOM_CENTRE -> (size.width() - width) / 2;
            case TOP_RIGHT, BOTTOM_RIGHT -> size.width() - width - margin;
        };
    }

    private int y(Deliverable.BurnIn.Spot spot, int height, int pad) {
        int margin = type + pad / 2;
        return switch (spot) {
            case TOP_LEFT, TOP_CENTRE, TOP_RIGHT -> margin;
            case BOTTOM_LEFT, BOTTOM_CENTRE, BOTTOM_RIGHT -> size.height() - height - margin;
        };
    }

    private Coverage draw(String text) {
        try {
            TextMask mask = raster.draw(text.isEmpty() ? " " : text, Typeface.MEDIUM, type);
            ByteBuffer alpha = ByteBuffer.allocate(mask.width() * mask.height());
            for (int row = 0; row < mask.height(); row++) {
                for (int column = 0; column < mask.width(); column++) {
                    alpha.put((byte) mask.coverage(column, row));
                }
            }
            return new Coverage(mask.width(), mask.height(), alpha.flip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
