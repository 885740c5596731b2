// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BurnInTest {
    private static final Resolution SIZE = new Resolution(21, 15);

    @ParameterizedTest
    @EnumSource(YuvLayout.class)
    void fullCoverageIsTheGreyAndNoCoverageIsThePicture(YuvLayout layout) {
        YuvPlanes planes = noisy(layout);
        YuvPlanes before = noisy(layout);
        BurnIn.draw(planes, Coverage.box(8, 6, 255), 4, 2, 1);
        int step = 1 << (layout.bits() - 8);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                boolean inside = x >= 4 && x < 12 && y >= 2 && y < 8;
                assertThat(code(planes, planes.y(), x, y))
                        .isEqualTo(inside ? 235 * step : code(before, before.y(), x, y));
            }
        }
        assertThat(chroma(planes, planes.u(), 6, 4)).isEqualTo(128 * step);
        assertThat(chroma(planes, planes.v(), 11, 7)).isEqualTo(128 * step);
        assertThat(chroma(planes, planes.u(), 14, 4)).isEqualTo(chroma(before, before.u(), 14, 4));
    }

    @Test
    void halfCoverageIsTheMean() {
        YuvPlanes planes = flat(YuvLayout.YUV444P10, 400, 200);
        BurnIn.draw(planes, new Coverage(2, 1, ByteBuffer.wrap(new byte[] {(byte) 128, 51})), 3, 3, 0);
        assertThat(code(planes, planes.y(), 3, 3)).isEqualTo((int) Math.rint(400 + (64 - 400) * 128 / 255.0));
        assertThat(code(planes, planes.y(), 4, 3)).isEqualTo((int) Math.rint(400 + (64 - 400) * 51 / 255.0));
        assertThat(code(planes, planes.u(), 3, 3)).isEqualTo((int) Math.rint(200 + (512 - 200) * 128 / 255.0));
    }

    @Test
    void aChromaSampleTakesTheMeanCoverageOfItsPixels() {
        YuvPlanes planes = flat(YuvLayout.YUV420P8, 100, 40);
        BurnIn.draw(planes, new Coverage(1, 1, ByteBuffer.wrap(new byte[] {(byte) 255})), 5, 5, 1);
        assertThat(code(planes, planes.y(), 5, 5)).isEqualTo(235);
        assertThat(code(planes, planes.u(), 2, 2)).isEqualTo(40 + (128 - 40) / 4);
        assertThat(code(planes, planes.u(), 1, 2)).isEqualTo(40);
        assertThat(code(planes, planes.u(), 3, 2)).isEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource(YuvLayout.class)
    void whatLiesOutsideIsCutOff(YuvLayout layout) {
        YuvPlanes planes = flat(layout, 100, 100);
        for (int[] corner : new int[][] {{-3, -2}, {17, 12}, {-3, 12}, {17, -2}, {-50, 0}, {0, 50}}) {
            BurnIn.draw(planes, Coverage.box(7, 5, 200), corner[0], corner[1], 0.5);
        }
        assertThat(code(planes, planes.y(), 0, 0)).isNotEqualTo(100);
        assertThat(code(planes, planes.y(), 20, 14)).isNotEqualTo(100);
        assertThat(code(planes, planes.y(), 10, 7)).isEqualTo(100);
    }

    @Test
    void impossibleDrawingsAreRefused() {
        assertThatThrownBy(() -> new Coverage(3, 3, ByteBuffer.wrap(new byte[8])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BurnIn.draw(flat(YuvLayout.YUV420P8, 1, 1), Coverage.box(1, 1, 1), 0, 0, 1.1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int chroma(YuvPlanes planes, YuvPlanes.Plane plane, int x, int y) {
        return code(
                planes,
                plane,
                planes.layout().halfWidth() ? x / 2 : x,
                planes.layout().halfHeight() ? y / 2 : y);
    }

    private static int code(YuvPlanes planes, YuvPlanes.Plane plane, int x, int y) {
        int at = y * plane.stride() + x * planes.layout().sampleBytes();
        ByteBuffer bytes = plane.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return planes.layout().sampleBytes() == 1 ? bytes.get(at) & 0xff : bytes.getShort(at);
    }

    private static YuvPlanes flat(YuvLayout layout, int luma, int chroma) {
        YuvPlanes planes = YuvPlanes.allocate(layout, SIZE);
        fill(layout, planes.y(), () -> luma);
        fill(layout, planes.u(), () -> chroma);
        fill(layout, planes.v(), () -> chroma);
        return planes;
    }

    private static YuvPlanes noisy(YuvLayout layout) {
        Random random = new Random(1);
        YuvPlanes planes = YuvPlanes.allocate(layout, SIZE);
        fill(layout, planes.y(), () -> 16 + random.nextInt(200));
        fill(layout, planes.u(), () -> 16 + random.nextInt(200));
        fill(layout, planes.v(), () -> 16 + random.nextInt(200));
        return planes;
    }

    private static void fill(YuvLayout layout, YuvPlanes.Plane plane, IntSupplier code) {
        ByteBuffer bytes = plane.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (layout.sampleBytes() == 1) {
                bytes.put((byte) code.getAsInt());
            } else {
                bytes.putShort((short) code.getAsInt());
            }
        }
    }
}
