// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import com.platewright.binding.ColourSteps;
import com.platewright.binding.OcioOperations;
import com.platewright.binding.OcioProcessor;
import java.nio.FloatBuffer;

/** The operations of an OpenColorIO processor in our own loops, compared with it before they are used. */
final class FastKernel implements Kernel {
    private final ColourSteps steps;
    private final Accuracy accuracy;

    private FastKernel(ColourSteps steps, Accuracy accuracy) {
        this.steps = steps;
        this.accuracy = accuracy;
    }

    /** @throws NoFastWayException also where the result would be farther from the processor's than is allowed */
    static FastKernel like(OcioProcessor exact) throws NoFastWayException {
        try (OcioOperations operations = exact.operations()) {
            ColourSteps steps = StepCompiler.compile(operations);
            Accuracy accuracy = measure(steps, exact);
            if (!accuracy.isWithinBound()) {
                steps.close();
                throw new NoFastWayException("the fast way would have " + accuracy);
            }
            return new FastKernel(steps, accuracy);
        }
    }

    private static Accuracy measure(ColourSteps steps, OcioProcessor exact) {
        FloatBuffer expected = TestColours.sceneLinear(), found = TestColours.sceneLinear();
        int pixels = expected.remaining() / 4;
        exact.apply(expected, pixels);
        steps.apply(found, pixels, true);
        return Accuracy.of(expected, found);
    }

    Accuracy accuracy() {
        return accuracy;
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
