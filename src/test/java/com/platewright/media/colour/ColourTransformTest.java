// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.platewright.media.Oracle;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with OpenImageIO, with published curves, and with themselves on two threads. */
class ColourTransformTest {
    private static final Path SHIPPED = Path.of("pipeline-configs/colour/aces-1.3.ocio");
    private static final String SDR = "ACES 1.0 - SDR Video";
    private static final String HDR = "ACES 1.1 - HDR Video (1000 nits & Rec.2020 lim)";

    @TempDir
    static Path folder;

    private static ColourConfig config;
    private static float[] noise;

    @BeforeAll
    static void open() throws Exception {
        config = ColourConfig.open(SHIPPED);
        Oracle.run(
                "oiiotool",
                "--pattern",
                "noise:type=gaussian:mean=0.6:stddev=1.5:seed=3",
                "61x40",
                "4",
                "--ch",
                "R,G,B,A=1.0",
                "-d",
                "float",
                "--compression",
                "none",
                "-o",
                path("noise.tif"));
        noise = Oracle.tiff(folder.resolve("noise.tif"));
    }

    @AfterAll
    static void close() {
        config.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ACES2065-1,ACEScg", "ACEScg,ACES2065-1", "ACES2065-1,ACEScct", "ACEScct,ACES2065-1",
        "ACES2065-1,Linear Rec.709 (sRGB)", "Linear Rec.2020,ACEScg", "sRGB - Texture,ACES2065-1",
                "Linear P3-D65,Linear Rec.2020"
    })
    void conversionsGiveTheNumbersOfOpenImageIo(String from, String to) throws Exception {
        Oracle.run(
                "oiiotool",
                "--colorconfig",
                SHIPPED.toString(),
                path("noise.tif"),
                "--colorconvert",
                from,
                to,
                "-d",
                "float",
                "--compression",
                "none",
                "-o",
                path("converted.tif"));
        try (ColourTransform transform = config.convert(from, to)) {
            Oracle.assertSame(inStrips(transform, noise, 61 * 16), Oracle.tiff(folder.resolve("converted.tif")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Rec.1886 Rec.709 - Display," + SDR,
        "sRGB - Display," + SDR,
        "Rec.2100-PQ - Display," + HDR,
        "Rec.2100-PQ - Display,Un-tone-mapped"
    })
    void viewsGiveTheNumbersOfOpenImageIo(String display, String view) throws Exception {
        Oracle.run(
                "oiiotool",
                "--colorconfig",
                SHIPPED.toString(),
                "--iscolorspace",
                "ACES2065-1",
                path("noise.tif"),
                "--iscolorspace",
                "ACES2065-1",
                "--ociodisplay:from=ACES2065-1",
                display,
                view,
                "-d",
                "float",
                "--compression",
                "none",
                "-o",
                path("viewed.tif"));
        try (ColourTransform transform = config.view("ACES2065-1", display, view)) {
            Oracle.assertSame(inStrips(transform, noise, 61 * 16), Oracle.tiff(folder.resolve("viewed.tif")));
        }
    }

    @Test
    void matricesAreThoseOfTheStandards() throws Exception {
        assertConverts(
                "Linear Rec.709 (sRGB)", "ACES2065-1", new float[] {1, 0, 0}, 0.4396329819, 0.0897764430, 0.0175411704);
        assertConverts(
                "Linear Rec.709 (sRGB)",
                "ACES2065-1",
                new float[] {0.5f, 0.25f, 2},
                0.6703203054,
                0.4418163353,
                1.7784817761);
        assertConverts("ACES2065-1", "ACEScg", new float[] {0.5f, 0.25f, 2}, 0.2367348328, 0.0564286854, 1.9980825645);
        assertConverts(
                "ACES2065-1",
                "Linear Rec.2020",
                new float[] {0.5f, 0.25f, 2},
                0.2301848279,
                0.0514587879,
                2.0560173858);
        assertConverts(
                "Linear P3-D65", "Linear Rec.2020", new float[] {1, 0, 0}, 0.7538330344, 0.0457438490, -0.0012103404);
    }

    @Test
    void curvesAreThoseOfTheStandards() throws Exception {
        assertConverts("ACEScg", "ACEScct", new float[] {0, 0.18f, 1}, 0.0729055, 0.4135884, 0.5547945);
        assertConverts(
                "sRGB - Texture", "Linear Rec.709 (sRGB)", new float[] {0, 0.04045f, 0.5f}, 0, 0.0031308, 0.2140411);
        try (ColourTransform pq = config.view("ACES2065-1", "Rec.2100-PQ - Display", "Un-tone-mapped")) {
            FloatBuffer white = Pixels.of(1, 1, 1, 1, 100, 100, 100, 1);
            pq.apply(white, 2);
            assertThat(white.get(0)).as("1.0 is 100 cd/m2").isCloseTo(0.5080784f, within(2e-4f));
            assertThat(white.get(4)).as("100.0 is 10000 cd/m2").isCloseTo(1f, within(2e-4f));
        }
    }

    @Test
    void highlightsAndNegativesPassAMatrixUnclamped() throws Exception {
        try (ColourTransform there = config.convert("ACES2065-1", "ACEScg");
                ColourTransform back = config.convert("ACEScg", "ACES2065-1")) {
            FloatBuffer pixels = Pixels.of(400, -3, 65504, 0.25f);
            there.apply(pixels, 1);
            back.apply(pixels, 1);
            assertThat(pixels.get(0)).isCloseTo(400, within(0.02f));
            assertThat(pixels.get(1)).isCloseTo(-3, within(0.02f));
            assertThat(pixels.get(2)).isCloseTo(65504, within(0.05f));
            assertThat(pixels.get(3)).as("alpha").isEqualTo(0.25f);
        }
    }

    @Test
    void theIdentityTouchesNoBit() throws Exception {
        float[] strange = {
            Float.intBitsToFloat(0x7f800001), -0f, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, 1e38f, 65504, 0
        };
        FloatBuffer pixels = Pixels.of(strange);
        int[] before = bits(pixels);
        try (ColourTransform same = config.convert("ACES2065-1", "lin_ap0_scene")) {
            same.apply(pixels, 2);
        }
        assertThat(bits(pixels)).isEqualTo(before);
    }

    @Test
    void threadsShareATransform() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (ColourTransform transform = config.view("ACES2065-1", "Rec.1886 Rec.709 - Display", SDR)) {
            float[] alone = inStrips(transform, noise, 500);
            List<Callable<float[]>> work = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                work.add(() -> inStrips(transform, noise, 61 * 16));
            }
            for (Future<float[]> done : threads.invokeAll(work)) {
                Oracle.assertSame(done.get(), alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void onlyTheGivenPixelsChange() throws Exception {
        FloatBuffer pixels = Pixels.of(1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4).position(4);
        try (ColourTransform transform = config.convert("ACES2065-1", "ACEScg")) {
            transform.apply(pixels, 1);
            assertThatThrownBy(() -> transform.apply(pixels, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> transform.apply(FloatBuffer.allocate(8), 2))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(pixels.position()).isEqualTo(4);
        assertThat(pixels.get(0)).isEqualTo(1);
        assertThat(pixels.get(4)).isNotEqualTo(1);
        assertThat(pixels.get(8)).isEqualTo(1);
    }

    @Test
    void memoryStaysFlatOverManyConfigs() throws Exception {
        long settled = 0;
        for (int i = 0; i < 200; i++) {
            try (ColourConfig other = ColourConfig.open(SHIPPED);
                    ColourTransform transform = other.convert("ACES2065-1", "ACEScct")) {
                transform.apply(Pixels.of(1, 1, 1, 1), 1);
            }
            settled = i == 50 ? Pointer.physicalBytes() : settled;
        }
        assertThat(Pointer.physicalBytes() - settled).isLessThan(24L << 20);
    }

    private static void assertConverts(String from, String to, float[] rgb, double... expected) throws Exception {
        try (ColourTransform transform = config.convert(from, to)) {
            FloatBuffer pixel = Pixels.of(rgb[0], rgb[1], rgb[2], 1);
            transform.apply(pixel, 1);
            for (int c = 0; c < 3; c++) {
                assertThat((double) pixel.get(c))
                        .as("%s to %s, channel %d", from, to, c)
                        .isCloseTo(expected[c], within(3e-6));
            }
        }
    }

    private static float[] inStrips(ColourTransform transform, float[] rgba, int pixels) {
        FloatBuffer all = Pixels.of(rgba);
        for (int at = 0; at < rgba.length; at += 4 * pixels) {
            int count = Math.min(pixels, (rgba.length - at) / 4);
            transform.apply(all.slice(at, 4 * count), count);
        }
        return Pixels.array(all);
    }

    private static int[] bits(FloatBuffer pixels) {
        int[] bits = new int[pixels.capacity()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(pixels.get(i));
        }
        return bits;
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }
}
