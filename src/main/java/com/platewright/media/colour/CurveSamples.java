// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import com.platewright.binding.ColourSteps;
import com.platewright.binding.OcioProcessor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Functions of one number, as {@link ColourSteps} takes them: their values at floats that are equally far apart by their
 * bits, from zero through the infinities to those that are not numbers.
 */
final class CurveSamples {
    /** The hues that the red modifier of ACES 1.0 reaches: so far from red, in radians (135 degrees in all). */
    private static final double REACH = Math.toRadians(67.5);

    private static final int COUNT = ColourSteps.segments();

    private CurveSamples() {}

    /** What becomes of red, green and blue where a transform treats each for itself. */
    static float[][] channels(OcioProcessor part) {
        return sent(part, (x, channel) -> x);
    }

    /** By which factor a transform brightens a grey of some luminance. */
    static float[] gains(OcioProcessor part) {
        float[] green = channels(part)[1];
        for (int i = 0; i < COUNT; i++) {
            float luminance = at(i);
            green[i] = luminance < Float.MIN_NORMAL ? 1 : green[i] / luminance;
        }
        return green;
    }

    /** What a gamut compression makes of red, green and blue where the other two are 1. */
    static float[][] shares(OcioProcessor part) {
        float[][] shares = new float[3][];
        for (int c = 0; c < 3; c++) {
            int channel = c;
            shares[c] = sent(part, (x, other) -> other == channel ? x : 1)[c];
        }
        return shares;
    }

    /** How much of a red a hue is (ACES red modifier: a cubic B-spline), by 1 minus the cosine of its angle from red. */
    static float[] hueWeights() {
        float[] weights = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double angle = 2 * Math.asin(Math.sqrt(Math.min(Math.max(at(i), 0), 2) / 2));
            double knots = 2 * angle / REACH;
            double outer = Math.max(2 - knots, 0);
            weights[i] = (float)
                    (knots < 1 ? 1 - 1.5 * knots * knots + 0.75 * knots * knots * knots : outer * outer * outer / 4);
        }
        return weights;
    }

    private static float at(int number) {
        return Float.intBitsToFloat(number * (int) ((1L << Integer.SIZE) / COUNT));
    }

    private interface Colour {
        float channel(float x, int channel);
    }

    /** Sends a colour for every x, and returns what arrives as red, green and blue. */
    private static float[][] sent(OcioProcessor part, Colour colour) {
        FloatBuffer pixels = ByteBuffer.allocateDirect(4 * COUNT * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < COUNT; i++) {
            for (int c = 0; c < 3; c++) {
                pixels.put(colour.channel(at(i), c));
            }
            pixels.put(1);
        }
        part.apply(pixels.flip(), COUNT);
        float[][] rgb = new float[3][COUNT];
        for (int i = 0; i < COUNT; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = pixels.get(4 * i + c);
            }
        }
        return rgb;
    }
}
