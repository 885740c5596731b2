// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import com.platewright.binding.ColourSteps;
import com.platewright.binding.OcioOperations;
import com.platewright.binding.OcioProcessor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.Random;

/**
 * Our own loops for what is made of matrices and clamps alone, which takes them a third of the time. They are used only
 * where they gave OpenColorIO's bits for every colour that was tried. Alpha stays as it is and plays no part; OpenColorIO
 * takes it through the matrix too, where a colour that is not finite makes alpha no number, and the other way round.
 */
final class TwinKernel implements Kernel {
    private static final int PIXELS = 16_384;

    private final ColourSteps steps;

    private TwinKernel(ColourSteps steps) {
        this.steps = steps;
    }

    /** Empty for other operations, and where a bit differs. */
    static Optional<Kernel> of(OcioProcessor exact) {
        try (OcioOperations operations = exact.operations()) {
            Optional<ColourSteps> steps = StepCompiler.linear(operations);
            if (steps.isEmpty() || isTwin(steps.get(), exact)) {
                return steps.map(TwinKernel::new);
            }
            steps.get().close();
            return Optional.empty();
        }
    }

    private static boolean isTwin(ColourSteps steps, OcioProcessor exact) {
        FloatBuffer expected = colours(), found = colours();
        exact.apply(expected, PIXELS);
        steps.apply(found, PIXELS, true);
        for (int i = 0; i < 4 * PIXELS; i++) {
            // floatToIntBits has one number for everything that is not a number
            boolean colour = i % 4 < 3;
            if (colour && Float.floatToIntBits(expected.get(i)) != Float.floatToIntBits(found.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Opaque; half of them pictures' colours, the others any floats at all: infinities, the tiniest, not numbers. */
    private static FloatBuffer colours() {
        FloatBuffer rgba = ByteBuffer.allocateDirect(4 * PIXELS * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Random random = new Random(7);
        for (int i = 0; i < PIXELS; i++) {
            for (int c = 0; c < 3; c++) {
                rgba.put(
                        i % 2 == 0
                                ? (random.nextFloat() - 0.1f) * (1 << i % 16)
                                : Float.intBitsToFloat(random.nextInt()));
            }
            rgba.put(1);
        }
        return rgba.flip();
    }

    @Override
    public void apply(FloatBuffer rgba, int pixels) {
        steps.apply(rgba, pixels, true);
    }

    @Override
    public void close() {
        steps.close();
    }
}
