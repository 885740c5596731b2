// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import com.platewright.binding.OcioProcessor;
import java.nio.FloatBuffer;

/** OpenColorIO's own CPU processor. */
final class OcioKernel implements Kernel {
    private final OcioProcessor processor;

    OcioKernel(OcioProcessor processor) {
        this.processor = processor;
    }

    @Override
    public void apply(FloatBuffer rgba, int pixels) {
        processor.apply(rgba, pixels);
    }

    @Override
    public void close() {
        processor.close();
    }
}
