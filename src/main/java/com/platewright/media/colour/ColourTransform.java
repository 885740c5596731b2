// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import com.platewright.binding.OcioProcessor;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;

/** A way from one colour space to another, or to a display through a view. Threads may share it. */
public final class ColourTransform implements AutoCloseable {
    private final String description;
    private final Optional<OcioProcessor> processor;

    /** @param processor empty for the identity */
    ColourTransform(String description, Optional<OcioProcessor> processor) {
        this.description = description;
        this.processor = processor;
    }

    /**
     * Transforms pixels in place, as OpenColorIO's CPU processor with its default optimisation does.
     *
     * @param rgba at its position, interleaved RGBA float in native order, in a direct buffer
     * @param pixels how many of them
     */
    public void apply(FloatBuffer rgba, int pixels) {
        if (!rgba.isDirect() || rgba.order() != ByteOrder.nativeOrder() || rgba.remaining() < 4L * pixels) {
            throw new IllegalArgumentException(pixels + " pixels of RGBA do not fit " + rgba);
        }
        processor.ifPresent(p -> p.apply(rgba, pixels));
    }

    /** Whether {@link #apply} leaves every bit as it is. */
    public boolean isIdentity() {
        return processor.isEmpty();
    }

    /** For reports, such as {@code ACES2065-1 to ACEScg}. */
    public String describe() {
        return description;
    }

    /** Nobody may be inside {@link #apply} any more. */
    @Override
    public void close() {
        processor.ifPresent(OcioProcessor::close);
    }
}
