// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import com.platewright.media.Chromaticities;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * Finds the chromaticities of a colour space by what becomes of red, green, blue and white on the way to ACES2065-1.
 *
 * <p>A config adapts every white to every other, so that the way to ACES2065-1 alone does not tell a space's own white.
 * AP0 and AP1, whose white is that of ACES, are known by their primaries. Every other space is given the white D65, to
 * which ACES2065-1 is brought by the Bradford adaptation that configs use: that is exact for the gamuts of video, cameras
 * and P3-D65, and for a space of another white it gives the primaries that the space has when adapted to D65.
 */
final class Primaries {
    /** The role by which a config says which of its spaces is ACES2065-1. */
    static final String ACES_INTERCHANGE = "aces_interchange";

    /** AP0 to CIE XYZ with the ACES white, computed from the chromaticities of SMPTE ST 2065-1. */
    private static final double[][] AP0_TO_XYZ = {
        {0.9525523959381859, 0, 0.0000936786316605},
        {0.3439664497650751, 0.7281660966134856, -0.0721325463785608},
        {0, 0, 1.0088251843515859}
    };

    /** Bradford, from the ACES white to D65. */
    private static final double[][] ACES_WHITE_TO_D65 = {
        {0.9872240087030176, -0.0061132286068569, 0.0159532883359126},
        {-0.0075983718116623, 1.0018614847396539, 0.0053300357913889},
        {0.0030725770585315, -0.0050959615111306, 1.0816806030657953}
    };

    /** Float32 arithmetic and a config's rounded coefficients are within this. */
    private static final double TOLERANCE = 1e-4;

    private static final double DECIMALS = 1e5;

    private Primaries() {}

    /** Empty where the transform is not linear. */
    static Optional<Chromaticities> of(ColourTransform toAp0) {
        FloatBuffer colours = ByteBuffer.allocateDirect(6 * 4 * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        colours.put(new float[] {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 4, 4, 4, 1})
                .flip();
        toAp0.apply(colours, 6);
        if (!isLinear(colours)) {
            return Optional.empty();
        }
        double[][] ap0 = new double[4][];
        for (int i = 0; i < ap0.length; i++) {
            ap0[i] = new double[] {colours.get(4 * i), colours.get(4 * i + 1), colours.get(4 * i + 2)};
        }
        Chromaticities aces = chromaticities(ap0, AP0_TO_XYZ);
        if (aces.matches(Chromaticities.AP0)) {
            return Optional.of(Chromaticities.AP0);
        }
        if (aces.matches(Chromaticities.AP1)) {
            return Optional.of(Chromaticities.AP1);
        }
        return Optional.of(chromaticities(ap0, product(ACES_WHITE_TO_D65, AP0_TO_XYZ)));
    }

    /** Black stays black, red, green and blue add up to white, and four times white is four times as bright. */
    private static boolean isLinear(FloatBuffer colours) {
        for (int c = 0; c < 3; c++) {
            double white = colours.get(12 + c);
            double sum = (double) colours.get(c) + colours.get(4 + c) + colours.get(8 + c);
            if (!(Math.abs(colours.get(16 + c)) <= TOLERANCE
                    && Math.abs(sum - white) <= TOLERANCE
                    && Math.abs(colours.get(20 + c) - 4 * white) <= 4 * TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    private static Chromaticities chromaticities(double[][] colours, double[][] toXyz) {
        float[] xy = new float[8];
        for (int i = 0; i < 4; i++) {
            double[] xyz = new double[3];
            for (int row = 0; row < 3; row++) {
                for (int c = 0; c < 3; c++) {
                    xyz[row] += toXyz[row][c] * colours[i][c];
                }
            }
            double sum = xyz[0] + xyz[1] + xyz[2];
            xy[2 * i] = (float) (Math.round(xyz[0] / sum * DECIMALS) / DECIMALS);
            xy[2 * i + 1] = (float) (Math.round(xyz[1] / sum * DECIMALS) / DECIMALS);
        }
        return new Chromaticities(xy[0], xy[1], xy[2], xy[3], xy[4], xy[5], xy[6], xy[7]);
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] result = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                result[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
            }
        }
        return result;
    }
}
