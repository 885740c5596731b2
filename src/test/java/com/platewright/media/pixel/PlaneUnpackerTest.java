// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.DebianTool;
import com.platewright.frame.Picture;
import com.platewright.media.SampleFormat;
import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with zimg, another implementation of the same standards. */
class PlaneUnpackerTest {
    private static final Resolution SIZE = new Resolution(66, 38);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "yuv420p, 8, 2, 2, limited, left, 0, 0.5",
        "yuv420p, 8, 2, 2, full, left, 0, 0.5",
        "yuv420p10le, 10, 2, 2, limited, left, 0, 0.5",
        "yuv420p10le, 10, 2, 2, limited, topleft, 0, 0",
        "yuv420p, 8, 2, 2, limited, center, 0.5, 0.5",
        "yuv422p10le, 10, 2, 1, limited, left, 0, 0.5",
        "yuv444p, 8, 1, 1, full, left, 0, 0.5",
        "yuv444p12le, 12, 1, 1, limited, left, 0, 0.5"
    })
    void samplesBecomeWhatZimgMakesOfThem(
            String format, int bits, int across, int down, String range, String place, double right, double below)
            throws Exception {
        DebianTool.run(
                folder,
                "sh",
                "-c",
                "ffmpeg -v error -f lavfi -i testsrc2=size=" + SIZE + " -frames:v 1 -f rawvideo -pix_fmt " + format
                        + " codes.raw && ffmpeg -v error -f rawvideo -pixel_format " + format + " -video_size " + SIZE
                        + " -i codes.raw -vf zscale=filter=bilinear:min=709:tin=709:pin=709:t=709:p=709:m=gbr:rin="
                        + range
                        + ":r=full:cin=" + place + ",format=gbrpf32le -f rawvideo expected.raw");
        SampleFormat coded = new SampleFormat(format, bits, across == 2, down == 2, false, false);
        PlaneUnpacker unpacker = new PlaneUnpacker(
                coded,
                SIZE,
                new PlaneUnpacker.Coding(
                        YuvMatrix.BT709, range.equals("full"), new PlaneUnpacker.Siting(right, below)));
        Picture found = Picture.allocate(SIZE, Picture.Sample.FLOAT);
        unpacker.unpack(planes(bits > 8 ? 2 : 1, across, down), found);
        FloatBuffer expected = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("expected.raw")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        FloatBuffer samples = found.pixels().asFloatBuffer();
        int plane = SIZE.width() * SIZE.height();
        double worst = 0;
        for (int i = 0; i < plane; i++) {
            worst = Math.max(worst, Math.abs(samples.get(4 * i) - expected.get(2 * plane + i)));
            worst = Math.max(worst, Math.abs(samples.get(4 * i + 1) - expected.get(i)));
            worst = Math.max(worst, Math.abs(samples.get(4 * i + 2) - expected.get(plane + i)));
            assertThat(samples.get(4 * i + 3)).isEqualTo(1);
        }
        assertThat(worst)
                .as("the largest difference of code values, 1 being white")
                .isLessThan(2e-4);
    }

    private List<YuvPlanes.Plane> planes(int sampleBytes, int across, int down) throws Exception {
        byte[] all = Files.readAllBytes(folder.resolve("codes.raw"));
        List<YuvPlanes.Plane> planes = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < 3; i++) {
            int width = i == 0 ? SIZE.width() : SIZE.width() / across;
            int height = i == 0 ? SIZE.height() : SIZE.height() / down;
            int bytes = width * height * sampleBytes;
            planes.add(new YuvPlanes.Plane(
                    ByteBuffer.wrap(all, at, bytes).slice().order(ByteOrder.nativeOrder()), width * sampleBytes));
            at += bytes;
        }
        assertThat(at).isEqualTo(all.length);
        return planes;
    }
}
