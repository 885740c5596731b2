// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import com.platewright.frame.Picture;
import com.platewright.shot.Resolution;
import java.nio.FloatBuffer;

/**
 * Makes a small 8-bit tile of a display-referred picture that comes strip by strip. Each pixel of the tile is the mean of
 * the source area that it covers, parts of source pixels counted by their area; the mean is taken of the code values as
 * they are displayed. Values are clamped to 0 to 1 first; NaN becomes 0.
 */
public final class TileScaler {
    private static final int RGB = 3;

    private final Resolution source;
    private final Resolution tile;

    /** For each column of the tile, the last pixel of a source line that begins in it. */
    private final int[] lasts;

    /** The part of that pixel that is left of the next column. */
    private final double[] shares;

    private final double[] row;
    private final double[] sums;
    private int line;

    /**
     * A scaler for pictures of one size.
     *
     * @param tile at most as wide and as high as the source
     */
    public TileScaler(Resolution source, Resolution tile) {
        if (tile.width() > source.width() || tile.height() > source.height()) {
            throw new IllegalArgumentException("a tile of " + tile + " is larger than its source of " + source);
        }
        this.source = source;
        this.tile = tile;
        this.lasts = new int[tile.width()];
        this.shares = new double[tile.width()];
        this.row = new double[tile.width() * RGB];
        this.sums = new double[tile.pixels() * RGB];
        double scale = (double) tile.width() / source.width();
        for (int column = 0; column < lasts.length; column++) {
            long end = (long) (column + 1) * source.width();
            lasts[column] = (int) ((end - 1) / tile.width());
            shares[column] = Math.min(1, (column + 1) / scale - lasts[column]);
        }
    }

    /**
     * Adds the next lines.
     *
     * @param rgba at its position, interleaved RGBA float; alpha is passed over
     */
    public void lines(FloatBuffer rgba, int count) {
        int samples = source.width() * Picture.CHANNELS;
        if (line + count > source.height() || rgba.remaining() < (long) samples * count) {
            throw new IllegalArgumentException(count + " lines after " + line + " do not fit a source of " + source);
        }
        for (int i = 0; i < count; i++) {
            shrinkLine(rgba, rgba.position() + i * samples);
            addLine();
            line++;
        }
    }

    /** The tile as interleaved 8-bit RGB from the top, rounded to nearest; the scaler is then ready for the next one. */
    public byte[] finish() {
        if (line != source.height()) {
            throw new IllegalStateException("a source of " + source.height() + " lines cannot end after " + line);
        }
        double area = (double) source.pixels() / tile.pixels();
        byte[] rgb = new byte[sums.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.round(255 * sums[i] / area);
            sums[i] = 0;
        }
        line = 0;
        return rgb;
    }

    /** The line's sum over each column of the tile, in source pixels. */
    private void shrinkLine(FloatBuffer rgba, int start) {
        double red = 0;
        double green = 0;
        double blue = 0;
        int at = start;
        for (int column = 0; column < lasts.length; column++) {
            for (int last = start + Picture.CHANNELS * lasts[column]; at < last; at += Picture.CHANNELS) {
                red += displayed(rgba.get(at));
                green += displayed(rgba.get(at + 1));
                blue += displayed(rgba.get(at + 2));
            }
            double share = shares[column];
            double lastRed = displayed(rgba.get(at));
            double lastGreen = displayed(rgba.get(at + 1));
            double lastBlue = displayed(rgba.get(at + 2));
            row[RGB * column] = red + lastRed * share;
            row[RGB * column + 1] = green + lastGreen * share;
            row[RGB * column + 2] = blue + lastBlue * share;
            red = lastRed * (1 - share);
            green = lastGreen * (1 - share);
            blue = lastBlue * (1 - share);
            at += Picture.CHANNELS;
        }
    }

    private void addLine() {
        int first = (int) ((long) line * tile.height() / source.height());
        double split = Math.min(1, (first + 1.0) * source.height() / tile.height() - line);
        int base = first * row.length;
        for (int i = 0; i < row.length; i++) {
            sums[base + i] += row[i] * split;
        }
        if (split < 1 && first + 1 < tile.height()) {
            for (int i = 0; i < row.length; i++) {
                sums[base + row.length + i] += row[i] * (1 - split);
            }
        }
    }

    private static double displayed(float value) {
        return value > 0 ? Math.min(value, 1) : 0;
    }
}
