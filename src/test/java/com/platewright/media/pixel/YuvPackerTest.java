// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.media.Oracle;
import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with the same sums in double, and with zimg in FFmpeg. */
class YuvPackerTest {
    @ParameterizedTest
    @CsvSource({
        "YUV444P10,BT709,LEFT,64,18", "YUV444P10,BT2020NC,LEFT,33,17", "YUV422P10,BT709,LEFT,64,18",
        "YUV422P10,BT709,LEFT,33,5", "YUV420P10,BT2020NC,LEFT,64,34", "YUV420P10,BT2020NC,TOP_LEFT,64,34",
        "YUV420P8,BT709,LEFT,33,35", "YUV420P8,BT709,TOP_LEFT,33,35", "YUV420P8,BT709,LEFT,1,1",
        "YUV420P10,BT709,TOP_LEFT,2,3", "YUV422P10,BT709,LEFT,1,4", "YUV420P8,BT709,LEFT,3,2"
    })
    void codesAreTheNearestOfTheExactSum(
            YuvLayout layout, YuvMatrix matrix, ChromaSiting siting, int width, int height) {
        Resolution size = new Resolution(width, height);
        FloatBuffer rgba = picture(size, 0.1);
        YuvPlanes portable = pack(layout, matrix, siting, rgba, size, 16, false);
        YuvPlanes wide = pack(layout, matrix, siting, rgba, size, 16, true);
        YuvPlanes oneStrip = pack(layout, matrix, siting, rgba, size, height, true);
        assertThat(wide).as("both kernels").isEqualTo(portable);
        assertThat(oneStrip).as("any strips").isEqualTo(portable);
        Exact exact = new Exact(layout, matrix, siting, rgba, size);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertNearest(code(portable, portable.y(), x, y), exact.luma(x, y), "Y " + x + "," + y);
            }
        }
        Resolution chroma = layout.chroma(size);
        for (int y = 0; y < chroma.height(); y++) {
            for (int x = 0; x < chroma.width(); x++) {
                assertNearest(code(portable, portable.u(), x, y), exact.chroma(x, y, 2), "U " + x + "," + y);
                assertNearest(code(portable, portable.v(), x, y), exact.chroma(x, y, 0), "V " + x + "," + y);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"YUV444P10,64,940,512", "YUV420P8,16,235,128"})
    void blackWhiteAndGreyHaveTheirCodes(YuvLayout layout, int black, int white, int neutral) {
        for (double grey : new double[] {0, 0.25, 0.5, 1}) {
            FloatBuffer rgba = flat(grey, grey, grey);
            YuvPlanes planes = pack(layout, YuvMatrix.BT709, ChromaSiting.LEFT, rgba, new Resolution(8, 2), 2, true);
            assertThat(code(planes, planes.y(), 3, 1)).isEqualTo((int) Math.rint(black + (white - black) * grey));
            assertThat(code(planes, planes.u(), 0, 0)).isEqualTo(neutral);
            assertThat(code(planes, planes.v(), 0, 0)).isEqualTo(neutral);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0,0,250,409,960", "0,1,0,691,167,105", "0,0,1,127,960,471", "1,1,0,877,64,553", "0,1,1,754,615,64"})
    void fullColoursHaveTheCodesOfBt709(float r, float g, float b, int y, int u, int v) {
        YuvPlanes planes = pack(
                YuvLayout.YUV444P10, YuvMatrix.BT709, ChromaSiting.LEFT, flat(r, g, b), new Resolution(8, 2), 2, true);
        assertThat(List.of(
                        code(planes, planes.y(), 0, 0), code(planes, planes.u(), 0, 0), code(planes, planes.v(), 0, 0)))
                .containsExactly(y, u, v);
    }

    @Test
    void codesAreLegalWhateverComes() {
        FloatBuffer rgba = flat(0, 0, 0);
        float[] strange = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f, -5, 1.5f, -0f};
        Random random = new Random(2);
        for (YuvLayout layout : YuvLayout.values()) {
            for (int i = 0; i < rgba.capacity(); i++) {
                rgba.put(i, strange[random.nextInt(strange.length)]);
            }
            YuvPlanes planes = pack(layout, YuvMatrix.BT709, ChromaSiting.LEFT, rgba, new Resolution(8, 2), 2, true);
            int step = 1 << (layout.bits() - 8);
            for (int x = 0; x < 8; x++) {
                assertThat(code(planes, planes.y(), x, 1)).isBetween(16 * step, 235 * step);
            }
            for (int x = 0; x < 4; x++) {
                assertThat(code(planes, planes.u(), x, 0)).isBetween(16 * step, 240 * step);
                assertThat(code(planes, planes.v(), x, 0)).isBetween(16 * step, 240 * step);
            }
        }
    }

    @Test
    void zimgGivesTheSameCodes(@TempDir Path folder) throws Exception {
        Resolution size = new Resolution(64, 32);
        FloatBuffer rgba = picture(size, 0);
        Path raw = folder.resolve("gbrpf32.raw");
        ByteBuffer planar = ByteBuffer.allocate(size.pixels() * 12).order(ByteOrder.LITTLE_ENDIAN);
        for (int c : new int[] {1, 2, 0}) {
            for (int i = 0; i < size.pixels(); i++) {
                planar.putFloat(rgba.get(4 * i + c));
            }
        }
        Files.write(raw, planar.array());
        ByteBuffer theirs = ByteBuffer.wrap(Oracle.output(List.of(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "gbrpf32le",
                        "-s",
                        "64x32",
                        "-i",
                        raw.toString(),
                        "-vf",
                        "zscale=matrixin=gbr:rangein=full:matrix=709:range=limited:dither=none,format=yuv444p10le",
                        "-f",
                        "rawvideo",
                        "-")))
                .order(ByteOrder.LITTLE_ENDIAN);
        YuvPlanes ours = pack(YuvLayout.YUV444P10, YuvMatrix.BT709, ChromaSiting.LEFT, rgba, size, 16, true);
        int at = 0;
        int different = 0;
        for (YuvPlanes.Plane plane : List.of(ours.y(), ours.u(), ours.v())) {
            for (int i = 0; i < size.pixels(); i++) {
                int distance = Math.abs(code(ours, plane, i % 64, i / 64) - theirs.getShort(2 * at++));
                assertThat(distance).isLessThanOrEqualTo(1);
                different += distance;
            }
        }
        assertThat(different).as("samples on the other side of a tie").isLessThan(10);
    }

    @Test
    void stridesAreKeptAndPaddingIsLeftAlone() {
        Resolution size = new Resolution(10, 4);
        YuvPlanes.Plane y = new YuvPlanes.Plane(ByteBuffer.allocateDirect(4 * 32), 32);
        YuvPlanes.Plane u = new YuvPlanes.Plane(ByteBuffer.allocateDirect(2 * 24), 24);
        YuvPlanes.Plane v = new YuvPlanes.Plane(ByteBuffer.allocateDirect(2 * 40), 40);
        YuvPlanes planes = new YuvPlanes(YuvLayout.YUV420P8, size, y, u, v);
        FloatBuffer rgba = picture(size, 0);
        try (YuvPacker packer = new YuvPacker(YuvLayout.YUV420P8, size, YuvMatrix.BT709, ChromaSiting.LEFT)) {
            packer.begin(planes);
            packer.lines(rgba, 4);
        }
        YuvPlanes tight = pack(YuvLayout.YUV420P8, YuvMatrix.BT709, ChromaSiting.LEFT, rgba, size, 4, true);
        for (int line = 0; line < 4; line++) {
            assertThat(y.bytes().slice(32 * line, 10))
                    .isEqualTo(tight.y().bytes().slice(10 * line, 10));
            assertThat(y.bytes().slice(32 * line + 10, 22)).isEqualTo(ByteBuffer.allocate(22));
        }
        assertThat(v.bytes().slice(40, 5)).isEqualTo(tight.v().bytes().slice(5, 5));
    }

    @Test
    void wrongPlanesAndStripsAreRefused() {
        Resolution size = new Resolution(10, 6);
        YuvPlanes planes = YuvPlanes.allocate(YuvLayout.YUV420P8, size);
        try (YuvPacker packer = new YuvPacker(YuvLayout.YUV420P8, size, YuvMatrix.BT709, ChromaSiting.LEFT)) {
            FloatBuffer strip = Strips.floats(10);
            assertThatThrownBy(() -> packer.lines(strip, 2)).isInstanceOf(IllegalStateException.class);
            packer.begin(planes);
            assertThatThrownBy(() -> packer.lines(strip, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> packer.lines(strip, 8)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> packer.begin(YuvPlanes.allocate(YuvLayout.YUV420P10, size)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new YuvPlanes(YuvLayout.YUV444P10, size, planes.y(), planes.u(), planes.v()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plane Y");
    }

    private static YuvPlanes pack(
            YuvLayout layout,
            YuvMatrix matrix,
            ChromaSiting siting,
            FloatBuffer rgba,
            Resolution size,
            int strip,
            boolean wide) {
        YuvPlanes planes = YuvPlanes.allocate(layout, size);
        try (YuvPacker packer = new YuvPacker(layout, size, matrix, siting, wide)) {
            packer.begin(planes);
            for (int y = 0; y < size.height(); y += strip) {
                int count = Math.min(strip, size.height() - y);
                packer.lines(rgba.slice(4 * size.width() * y, 4 * size.width() * count), count);
            }
        }
        return planes;
    }

    private static int code(YuvPlanes planes, YuvPlanes.Plane plane, int x, int y) {
        int at = y * plane.stride() + x * planes.layout().sampleBytes();
        return planes.layout().sampleBytes() == 1
                ? plane.bytes().get(at) & 0xff
                : plane.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN).getShort(at);
    }

    /** Float arithmetic may fall on the other side of a tie, and of nothing else. */
    private static void assertNearest(int code, double exact, String where) {
        assertThat(Math.abs(code - exact))
                .as("%s: %d for %f", where, code, exact)
                .isLessThanOrEqualTo(0.5002);
    }

    private static FloatBuffer flat(double r, double g, double b) {
        FloatBuffer rgba = floats(8 * 2);
        for (int i = 0; i < 16; i++) {
            rgba.put(4 * i, (float) r)
                    .put(4 * i + 1, (float) g)
                    .put(4 * i + 2, (float) b)
                    .put(4 * i + 3, 1);
        }
        return rgba;
    }

    private static FloatBuffer picture(Resolution size, double beyond) {
        Random random = new Random(9);
        FloatBuffer rgba = floats(size.pixels());
        for (int i = 0; i < rgba.capacity(); i++) {
            rgba.put(i, (float) (random.nextFloat() * (1 + 2 * beyond) - beyond));
        }
        return rgba;
    }

    private static FloatBuffer floats(int pixels) {
        return ByteBuffer.allocateDirect(16 * pixels)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** The definition, in double. */
    private record Exact(YuvLayout layout, YuvMatrix matrix, ChromaSiting siting, FloatBuffer rgba, Resolution size) {
        double luma(int x, int y) {
            return (16 + 219 * grey(x, y)) * (1 << (layout.bits() - 8));
        }

        /** @param colour 2 for blue, 0 for red */
        double chroma(int x, int y, int colour) {
            double weight = colour == 2 ? matrix.kb() : matrix.kr();
            int column = layout.halfWidth() ? 2 * x : x;
            double difference;
            if (!layout.halfHeight()) {
                difference = across(column, y, colour);
            } else if (siting == ChromaSiting.LEFT) {
                difference = (across(column, 2 * y, colour) + across(column, 2 * y + 1, colour)) / 2;
            } else {
                difference = across(column, 2 * y - 1, colour) / 4
                        + across(column, 2 * y, colour) / 2
                        + across(column, 2 * y + 1, colour) / 4;
            }
            return (128 + 224 * difference / (2 * (1 - weight))) * (1 << (layout.bits() - 8));
        }

        private double across(int x, int y, int colour) {
            return layout.halfWidth()
                    ? difference(x - 1, y, colour) / 4 + difference(x, y, colour) / 2 + difference(x + 1, y, colour) / 4
                    : difference(x, y, colour);
        }

        private double difference(int x, int y, int colour) {
            return at(x, y, colour) - grey(x, y);
        }

        private double grey(int x, int y) {
            return matrix.kr() * at(x, y, 0)
                    + (1 - matrix.kr() - matrix.kb()) * at(x, y, 1)
                    + matrix.kb() * at(x, y, 2);
        }

        private double at(int x, int y, int c) {
            int column = Math.max(0, Math.min(size.width() - 1, x));
            int line = Math.max(0, Math.min(size.height() - 1, y));
            return Math.max(0, Math.min(1, rgba.get(4 * (line * size.width() + column) + c)));
        }
    }
}
