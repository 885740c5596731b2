// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import com.platewright.frame.Picture;
import com.platewright.media.SampleFormat;
import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Turns coded samples into R'G'B' code values as float, 0 black and 1 white (ITU-T H.273, clause 8.3), without rounding
 * and without a clamp: what a coder put below black or above white stays there. Chroma of fewer samples is interpolated
 * linearly at the place where it lies. One unpacker serves picture after picture of one format, for one thread at a time.
 */
public final class PlaneUnpacker {
    private final SampleFormat format;
    private final Resolution size;
    private final Coding coding;
    private final float[][] lines = new float[3][];
    private final float[] upper;
    private final float[] lower;
    private final float[] rgba;

    /**
     * What samples mean.
     *
     * @param matrix of Y'CbCr; of no meaning for R'G'B'
     * @param full whether codes use all bits, and not the narrow range of 16 to 235 and 240
     * @param siting where chroma samples lie
     */
    public record Coding(YuvMatrix matrix, boolean full, Siting siting) {}

    /**
     * Where chroma samples lie between luma samples, in columns and lines after the first of two.
     *
     * @param across 0 on the even columns, 0.5 between the two
     * @param down 0 on the even lines, 0.5 between the two, 1 on the odd ones
     */
    public record Siting(double across, double down) {}

    public PlaneUnpacker(SampleFormat format, Resolution size, Coding coding) {
        this.format = format;
        this.size = size;
        this.coding = coding;
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new float[size.width()];
        }
        this.upper = new float[size.width()];
        this.lower = new float[size.width()];
        this.rgba = new float[size.width() * Picture.CHANNELS];
    }

    /** Lines that a plane of this format has, by its index. */
    public int planeLines(int plane) {
        return plane > 0 && format.halfHeight() ? (size.height() + 1) / 2 : size.height();
    }

    /**
     * Unpacks a picture.
     *
     * @param planes Y, Cb and Cr, or green, blue and red; in native order
     * @param into a float picture of this size; its alpha becomes 1
     */
    public void unpack(List<YuvPlanes.Plane> planes, Picture into) {
        if (into.sample() != Picture.Sample.FLOAT || !into.size().equals(size)) {
            throw new IllegalArgumentException("a picture of " + size + " in float is wanted");
        }
        FloatBuffer out = into.pixels().order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int y = 0; y < size.height(); y++) {
            read(planes.get(0), y, size.width(), lumaScale(), lumaOffset(), lines[0]);
            if (format.rgb()) {
                read(planes.get(1), y, size.width(), lumaScale(), lumaOffset(), lines[1]);
                read(planes.get(2), y, size.width(), lumaScale(), lumaOffset(), lines[2]);
                interleave(lines[2], lines[0], lines[1]);
            } else {
                chroma(planes.get(1), y, lines[1]);
                chroma(planes.get(2), y, lines[2]);
                matrix();
            }
            out.put(rgba);
        }
    }

    private void interleave(float[] red, float[] green, float[] blue) {
        for (int x = 0, i = 0; x < red.length; x++, i += Picture.CHANNELS) {
            rgba[i] = red[x];
            rgba[i + 1] = green[x];
            rgba[i + 2] = blue[x];
            rgba[i + 3] = 1;
        }
    }

    /** H.273 (47) to (52), solved for R'G'B'. */
    private void matrix() {
        double kr = coding.matrix().kr();
        double kb = coding.matrix().kb();
        float redOfCr = (float) (2 * (1 - kr));
        float blueOfCb = (float) (2 * (1 - kb));
        float greenOfCb = (float) (-2 * (1 - kb) * kb / (1 - kr - kb));
        float greenOfCr = (float) (-2 * (1 - kr) * kr / (1 - kr - kb));
        float[] luma = lines[0];
        float[] cb = lines[1];
        float[] cr = lines[2];
        for (int x = 0, i = 0; x < luma.length; x++, i += Picture.CHANNELS) {
            rgba[i] = luma[x] + redOfCr * cr[x];
            rgba[i + 1] = luma[x] + greenOfCb * cb[x] + greenOfCr * cr[x];
            rgba[i + 2] = luma[x] + blueOfCb * cb[x];
            rgba[i + 3] = 1;
        }
    }

    /** One line of chroma at the places of luma. */
    private void chroma(YuvPlanes.Plane plane, int y, float[] into) {
        if (!format.halfHeight()) {
            across(plane, y, into);
            return;
        }
        double at = (y - coding.siting().down()) / 2;
        int last = planeLines(1) - 1;
        int above = Math.max(0, Math.min(last, (int) Math.floor(at)));
        int below = Math.max(0, Math.min(last, (int) Math.floor(at) + 1));
        float share = (float) (at - Math.floor(at));
        across(plane, above, upper);
        across(plane, below, lower);
        for (int x = 0; x < into.length; x++) {
            into[x] = upper[x] + share * (lower[x] - upper[x]);
        }
    }

    private void across(YuvPlanes.Plane plane, int line, float[] into) {
        if (!format.halfWidth()) {
            read(plane, line, size.width(), chromaScale(), chromaOffset(), into);
            return;
        }
        int count = (size.width() + 1) / 2;
        read(plane, line, count, chromaScale(), chromaOffset(), into);
        spread(into, count);
    }

    /** Widens a line in place, from its end, so that no sample is overwritten before it is used. */
    private void spread(float[] line, int count) {
        for (int x = line.length - 1; x >= 0; x--) {
            double at = (x - coding.siting().across()) / 2;
            int left = Math.max(0, (int) Math.floor(at));
            int right = Math.min(count - 1, (int) Math.floor(at) + 1);
            float share = (float) (at - Math.floor(at));
            line[x] = line[left] + share * (line[right] - line[left]);
        }
    }

    private void read(YuvPlanes.Plane plane, int line, int count, double scale, double offset, float[] into) {
        ByteBuffer bytes = plane.bytes();
        int start = line * plane.stride();
        for (int x = 0; x < count; x++) {
            int code = format.bits() == 8 ? bytes.get(start + x) & 0xff : bytes.getShort(start + 2 * x) & 0xffff;
            into[x] = (float) ((code - offset) * scale);
        }
    }

    private double lumaScale() {
        return coding.full() ? 1.0 / highest() : 1.0 / (219 * step());
    }

    private double lumaOffset() {
        return coding.full() ? 0 : 16 * step();
    }

    private double chromaScale() {
        return coding.full() ? 1.0 / highest() : 1.0 / (224 * step());
    }

    private double chromaOffset() {
        return 128 * step();
    }

    private int highest() {
        return (1 << format.bits()) - 1;
    }

    private double step() {
        return 1 << (format.bits() - 8);
    }
}
