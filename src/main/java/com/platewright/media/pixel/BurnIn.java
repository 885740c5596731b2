// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Draws in grey over a narrow-range YUV picture. Luma goes towards the grey and chroma towards none, each by the
 * coverage; a chroma sample that stands for several pixels takes their mean coverage. What lies beyond the picture's
 * edges is cut off.
 */
public final class BurnIn {
    private BurnIn() {}

    /**
     * Draws into the planes.
     *
     * @param x column of the picture on which the drawing's left column falls; may be negative
     * @param y line on which its top line falls; may be negative
     * @param grey R' = G' = B' as a code value, 0 (black) to 1 (white)
     */
    public static void draw(YuvPlanes planes, Coverage drawing, int x, int y, double grey) {
        if (!(grey >= 0 && grey <= 1)) {
            throw new IllegalArgumentException("a grey lies between 0 and 1, not at " + grey);
        }
        YuvLayout layout = planes.layout();
        int step = 1 << (layout.bits() - 8);
        int luma = (int) Math.rint((16 + 219 * grey) * step);
        new Blend(layout, planes.size(), drawing, x, y, 1, 1).into(planes.y(), luma);
        int across = layout.halfWidth() ? 2 : 1;
        int down = layout.halfHeight() ? 2 : 1;
        Blend chroma = new Blend(layout, layout.chroma(planes.size()), drawing, x, y, across, down);
        chroma.into(planes.u(), 128 * step);
        chroma.into(planes.v(), 128 * step);
    }

    /**
     * One drawing over planes of one size.
     *
     * @param across pixels that a sample stands for in a line
     * @param down lines that it stands for
     */
    private record Blend(
            YuvLayout layout, Resolution plane, Coverage drawing, int left, int top, int across, int down) {

        void into(YuvPlanes.Plane samples, int code) {
            ByteBuffer bytes = samples.bytes().duplicate().clear().order(ByteOrder.LITTLE_ENDIAN);
            int fromX = Math.max(0, Math.floorDiv(left, across));
            int toX = Math.min(plane.width(), Math.floorDiv(left + drawing.width() + across - 1, across));
            int fromY = Math.max(0, Math.floorDiv(top, down));
            int toY = Math.min(plane.height(), Math.floorDiv(top + drawing.height() + down - 1, down));
            for (int y = fromY; y < toY; y++) {
                for (int x = fromX; x < toX; x++) {
                    int covered = covered(x * across - left, y * down - top);
                    if (covered > 0) {
                        blend(bytes, y * samples.stride() + x * layout.sampleBytes(), code, covered);
                    }
                }
            }
        }

        /** The coverage of all pixels that a sample stands for, added up. */
        private int covered(int x, int y) {
            int sum = 0;
            for (int dy = 0; dy < down; dy++) {
                for (int dx = 0; dx < across; dx++) {
                    sum += drawing.at(x + dx, y + dy);
                }
            }
            return sum;
        }

        private void blend(ByteBuffer bytes, int at, int code, int covered) {
            int full = 255 * across * down;
            int before = layout.sampleBytes() == 1 ? bytes.get(at) & 0xff : bytes.getShort(at) & 0xffff;
            int after = (before * (full - covered) + code * covered + full / 2) / full;
            if (layout.sampleBytes() == 1) {
                bytes.put(at, (byte) after);
            } else {
                bytes.putShort(at, (short) after);
            }
        }
    }
}
