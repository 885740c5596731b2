// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import com.platewright.binding.ColourSteps;
import com.platewright.binding.OcioOperations;
import com.platewright.binding.OcioProcessor;
import java.util.Optional;

/**
 * Puts the operations of an OpenColorIO processor together anew, from steps that the processor's registers can take for
 * several pixels at once. Matrices and clamps are taken as they are; whatever treats each channel for itself is sampled
 * through OpenColorIO into one fine curve; of the functions of ACES only the parts that have a curve are.
 */
final class StepCompiler {
    /** Luminance from linear AP1, and from linear BT.2100, as OpenColorIO weighs them. */
    private static final float[] AP1 = {0.27222872f, 0.6740818f, 0.053689517f}, BT2100 = {0.2627f, 0.678f, 0.0593f};

    private final OcioOperations operations;
    private final ColourSteps steps;

    private StepCompiler(OcioOperations operations, ColourSteps steps) {
        this.operations = operations;
        this.steps = steps;
    }

    /** @throws NoFastWayException for operations that have no step, and where there is nothing to gain */
    static ColourSteps compile(OcioOperations operations) throws NoFastWayException {
        StepCompiler compiler = new StepCompiler(operations, new ColourSteps());
        try {
            compiler.addAll();
            return compiler.steps;
        } catch (NoFastWayException e) {
            compiler.steps.close();
            throw e;
        }
    }

    /** The steps of operations that are all matrices and clamps; empty where there are others. */
    static Optional<ColourSteps> linear(OcioOperations operations) {
        StepCompiler compiler = new StepCompiler(operations, new ColourSteps());
        for (int i = 0; i < operations.count(); i++) {
            if (!compiler.addLinear(i)) {
                compiler.steps.close();
                return Optional.empty();
            }
        }
        return Optional.of(compiler.steps);
    }

    private boolean addLinear(int i) {
        switch (operations.kind(i)) {
            case "range" -> steps.clamp(operations.low(i), operations.high(i));
            case "matrix" -> steps.matrix(matrix(i));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void addAll() throws NoFastWayException {
        boolean isCheap = true;
        for (int i = 0, next; i < operations.count(); i = next) {
            next = end(i);
            boolean linear = addLinear(i);
            if (!linear) {
                add(i, next);
            }
            isCheap &= linear;
        }
        if (isCheap) {
            throw new NoFastWayException("a matrix is done at the speed of memory anyway");
        }
    }

    /** Neighbouring operations on single channels are one step. */
    private int end(int first) {
        int end = first + 1;
        while (operations.kind(first).equals("channels")
                && end < operations.count()
                && operations.kind(end).equals("channels")) {
            end++;
        }
        return end;
    }

    private void add(int i, int end) throws NoFastWayException {
        String kind = operations.kind(i);
        switch (kind) {
            case "ACES_Glow03" -> steps.glow(0.075f, 0.1f);
            case "ACES_Glow10" -> steps.glow(0.05f, 0.08f);
            case "ACES_RedMod10" -> steps.redModifier(0.03f, 0.18f, CurveSamples.hueWeights());
            default -> addSampled(kind, i, end);
        }
    }

    private void addSampled(String kind, int i, int end) throws NoFastWayException {
        try (OcioProcessor part = new OcioProcessor(operations, i, end)) {
            switch (kind) {
                case "channels" -> addCurves(CurveSamples.channels(part));
                case "ACES_DarkToDim10", "ACES_DarkToDim10 inverse" -> addGain(AP1, 1e-10f, part);
                case "REC2100_Surround", "REC2100_Surround inverse" -> addGain(BT2100, 1e-4f, part);
                case "ACES_GamutComp13", "ACES_GamutComp13 inverse" -> addGamut(CurveSamples.shares(part));
                default -> throw new NoFastWayException("there is no fast way for its " + kind);
            }
        }
    }

    private void addCurves(float[][] rgb) {
        steps.curves(rgb[0], rgb[1], rgb[2]);
    }

    private void addGain(float[] luminance, float least, OcioProcessor part) {
        steps.gain(luminance[0], luminance[1], luminance[2], least, CurveSamples.gains(part));
    }

    private void addGamut(float[][] rgb) {
        steps.gamut(rgb[0], rgb[1], rgb[2]);
    }

    private float[] matrix(int i) {
        float[] rows = new float[12];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = operations.weight(i, k / 4, k % 4);
        }
        return rows;
    }
}
