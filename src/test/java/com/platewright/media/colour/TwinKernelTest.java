// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.binding.OcioConfig;
import com.platewright.binding.OcioProcessor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with OpenColorIO's own CPU processor, bit for bit. */
class TwinKernelTest {
    private static final String SHIPPED = "pipeline-configs/colour/aces-1.3.ocio";

    @ParameterizedTest
    @CsvSource({"ACES2065-1,ACEScg,1921", "ACEScg,ACES2065-1,64", "Linear P3-D65,Linear Rec.2020,7"})
    void matricesGiveTheBitsOfOpenColorIo(String from, String to, int pixels) {
        try (OcioConfig config = new OcioConfig(SHIPPED);
                OcioProcessor exact = new OcioProcessor(config, from, to)) {
            Optional<Kernel> twin = TwinKernel.of(exact);
            assertThat(twin).isPresent();
            FloatBuffer expected = light(pixels), found = light(pixels);
            exact.apply(expected, pixels);
            twin.get().apply(found, pixels);
            twin.get().close();
            FloatBuffer before = light(pixels);
            for (int i = 0; i < 4 * pixels; i++) {
                FloatBuffer wanted = i % 4 == 3 ? before : expected; // alpha stays
                assertThat(Float.floatToIntBits(found.get(i)))
                        .as("sample %d: %s and %s", i, found.get(i), wanted.get(i))
                        .isEqualTo(Float.floatToIntBits(wanted.get(i)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACEScct", "sRGB - Texture"})
    void whatIsNotLinearIsLeftToOpenColorIo(String to) {
        try (OcioConfig config = new OcioConfig(SHIPPED);
                OcioProcessor exact = new OcioProcessor(config, "ACES2065-1", to)) {
            assertThat(TwinKernel.of(exact)).isEmpty();
        }
    }

    /** Colours of scenes with some samples of any bits, and any alpha. */
    private static FloatBuffer light(int pixels) {
        FloatBuffer rgba = ByteBuffer.allocateDirect(4 * pixels * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Random random = new Random(99);
        for (int i = 0; i < pixels; i++) {
            for (int c = 0; c < 3; c++) {
                rgba.put(
                        random.nextInt(10) == 0
                                ? Float.intBitsToFloat(random.nextInt())
                                : (float) Math.exp(3 * random.nextGaussian()) * (random.nextInt(8) == 0 ? -1 : 1));
            }
            rgba.put(random.nextFloat());
        }
        return rgba.flip();
    }
}
