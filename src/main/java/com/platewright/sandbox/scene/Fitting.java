// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.media.RgbPicture;
import com.platewright.shot.Resolution;

/**
 * Lays pictures of one size over a rectangle of a stage. A pixel takes the mean of the code values in its square of the picture,
 * or in a square of one of the picture's own pixels where that is larger: area filter downwards, linear upwards.
 */
final class Fitting {
    /** A rectangle in pixels; right and bottom are the first that do not belong to it. It may reach beyond the stage. */
    record Area(int left, int top, int right, int bottom) {
        boolean holds(int column, int line) {
            return column >= left && column < right && line >= top && line < bottom;
        }
    }

    /** What is seen of a fitted picture: red, green, blue as codes from 0 to 1, lines from the top. */
    static final class Cut {
        private final Area area;
        private final float[] codes;

        private Cut(Area area, float[] codes) {
            this.area = area;
            this.codes = codes;
        }

        float[] codes() {
            return codes;
        }

        /** Where a pixel of the stage begins in {@link #codes}. */
        int at(int column, int line) {
            return ((line - area.top()) * (area.right() - area.left()) + column - area.left()) * 3;
        }
    }

    private final Resolution source;
    private final Area seen;
    private final Axis across;
    private final Axis down;

    Fitting(Resolution source, Area area, Stage stage) {
        this.source = source;
        this.seen = new Area(
                Math.max(0, area.left()),
                Math.max(0, area.top()),
                Math.min(stage.width(), area.right()),
                Math.min(stage.height(), area.bottom()));
        this.across = Axis.of(source.width(), area.left(), area.right(), seen.left(), seen.right());
        this.down = Axis.of(source.height(), area.top(), area.bottom(), seen.top(), seen.bottom());
    }

    /** The whole stage. */
    static Fitting filling(Resolution source, Stage stage) {
        return new Fitting(source, new Area(0, 0, stage.width(), stage.height()), stage);
    }

    /** What of the rectangle lies on the stage; empty where nothing does. */
    Area seen() {
        return seen;
    }

    Cut fit(RgbPicture picture) {
        if (!picture.size().equals(source)) {
            throw new IllegalArgumentException("a frame of " + picture.size() + " in a movie of " + source);
        }
        int columns = across.count();
        int lines = down.count();
        float[] codes = new float[columns * lines * 3];
        if (codes.length == 0) {
            return new Cut(seen, codes);
        }
        int top = down.first[0];
        int end = down.first[lines - 1] + down.weights[lines - 1].length;
        float[] narrow = new float[(end - top) * columns * 3];
        for (int line = top; line < end; line++) {
            across(picture, line, narrow, (line - top) * columns * 3);
        }
        for (int line = 0; line < lines; line++) {
            down(narrow, line, (down.first[line] - top) * columns * 3, codes);
        }
        return new Cut(seen, codes);
    }

    private void across(RgbPicture picture, int line, float[] into, int at) {
        byte[] from = picture.pixels();
        for (int column = 0; column < across.count(); column++) {
            int source = picture.index(across.first[column], line);
            float r = 0;
            float g = 0;
            float b = 0;
            for (float weight : across.weights[column]) {
                r += weight * (from[source] & 0xFF);
                g += weight * (from[source + 1] & 0xFF);
                b += weight * (from[source + 2] & 0xFF);
                source += 3;
            }
            into[at] = r;
            into[at + 1] = g;
            into[at + 2] = b;
            at += 3;
        }
    }

    private void down(float[] narrow, int line, int source, float[] into) {
        int row = across.count() * 3;
        int at = line * row;
        for (float weight : down.weights[line]) {
            float share = weight / 255;
            for (int i = 0; i < row; i++) {
                into[at + i] += share * narrow[source + i];
            }
            source += row;
        }
    }

    /** For each pixel of a line: the first sample of the source that it takes, and how much of it and of those after it. */
    private static final class Axis {
        private final int[] first;
        private final float[][] weights;

        private Axis(int[] first, float[][] weights) {
            this.first = first;
            this.weights = weights;
        }

        int count() {
            return first.length;
        }

        static Axis of(int samples, int from, int to, int seenFrom, int seenTo) {
            int count = Math.max(0, seenTo - seenFrom);
            int[] first = new int[count];
            float[][] weights = new float[count][];
            double size = (double) samples / (to - from);
            for (int i = 0; i < count; i++) {
                double middle = (seenFrom - from + i + 0.5) * size;
                double half = Math.max(1, size) / 2;
                double start = Math.max(0, middle - half);
                double end = Math.min(samples, middle + half);
                first[i] = Math.min(samples - 1, (int) start);
                weights[i] = shares(first[i], start, end);
            }
            return new Axis(first, weights);
        }

        private static float[] shares(int first, double start, double end) {
            int last = Math.max(first, (int) Math.ceil(end - 1e-9) - 1);
            float[] shares = new float[last - first + 1];
            for (int i = 0; i < shares.length; i++) {
                double covered = Math.min(end, first + i + 1.0) - Math.max(start, first + i);
                shares[i] = (float) (covered / (end - start));
            }
            return shares;
        }
    }
}
