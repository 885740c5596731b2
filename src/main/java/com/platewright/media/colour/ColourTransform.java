// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import com.platewright.binding.OcioProcessor;
import com.platewright.media.Precision;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;

/** A way from one colour space to another, or to a display through a view. Threads may share it. */
public final class ColourTransform implements AutoCloseable {
    private final String description;
    private final Optional<Kernel> kernel;

    private ColourTransform(String description, Optional<Kernel> kernel) {
        this.description = description;
        this.kernel = kernel;
    }

    static ColourTransform identity(String description) {
        return new ColourTransform(description, Optional.empty());
    }

    static ColourTransform exact(String description, OcioProcessor processor) {
        Optional<Kernel> twin = TwinKernel.of(processor);
        if (twin.isPresent()) {
            processor.close();
        }
        return new ColourTransform(description, twin.isPresent() ? twin : Optional.of(new OcioKernel(processor)));
    }

    /** Fast where that can be had within the bound; the description says which it is, and why. */
    static ColourTransform fast(String description, OcioProcessor processor) {
        try {
            FastKernel fast = FastKernel.like(processor);
            processor.close();
            return new ColourTransform(description + " (fast: " + fast.accuracy() + ")", Optional.of(fast));
        } catch (NoFastWayException e) {
            return exact(description + " (exact: " + e.getMessage() + ")", processor);
        }
    }

    /**
     * Transforms pixels in place, as OpenColorIO's CPU processor with its default optimisation does, or within
     * {@link #accuracy} of it. A fast transform makes of infinities and of what is not a number what OpenColorIO makes of
     * them, and leaves alpha as it is.
     *
     * @param rgba at its position, interleaved RGBA float in native order, in a direct buffer
     * @param pixels how many of them
     */
    public void apply(FloatBuffer rgba, int pixels) {
        if (!rgba.isDirect() || rgba.order() != ByteOrder.nativeOrder() || rgba.remaining() < 4L * pixels) {
            throw new IllegalArgumentException(pixels + " pixels of RGBA do not fit " + rgba);
        }
        kernel.ifPresent(k -> k.apply(rgba, pixels));
    }

    /** Whether {@link #apply} leaves every bit as it is. */
    public boolean isIdentity() {
        return kernel.isEmpty();
    }

    public Precision precision() {
        return accuracy().isPresent() ? Precision.FAST : Precision.EXACT;
    }

    /** How near a fast transform came to OpenColorIO when it was made; empty for an exact one. */
    public Optional<Accuracy> accuracy() {
        return kernel.filter(FastKernel.class::isInstance).map(k -> ((FastKernel) k).accuracy());
    }

    /** For reports, such as {@code ACES2065-1 to ACEScg}; after it in brackets what came of a wish to be fast. */
    public String describe() {
        return description;
    }

    /** Nobody may be inside {@link #apply} any more. */
    @Override
    public void close() {
        kernel.ifPresent(Kernel::close);
    }
}
