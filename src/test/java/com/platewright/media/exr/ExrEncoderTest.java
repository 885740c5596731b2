// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.frame.Picture;
import com.platewright.media.EncodeException;
import com.platewright.media.ExrCompression;
import com.platewright.media.Oracle;
import com.platewright.shot.FrameRate;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Plates are read back by libOpenEXR, OpenImageIO and FFmpeg. */
class ExrEncoderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ExrCompression.class)
    void everyCompressionIsReadByOpenImageIoAsByUs(ExrCompression compression) throws Exception {
        ByteBuffer file = Exr.encode(Exr.spec(97, 277, compression, false), Exr.photograph(97, 277, 1));
        Oracle.assertSame(Exr.floats(file, "plate.exr"), openImageIo(file));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "RLE", "ZIPS", "ZIP", "PIZ"})
    void losslessCompressionsKeepEveryBit(ExrCompression compression) throws Exception {
        for (boolean alpha : new boolean[] {false, true}) {
            for (ByteBuffer pixels : List.of(Exr.anyHalves(61, 45, 2), Exr.photograph(61, 45, 2))) {
                Picture read = Exr.decode(Exr.encode(Exr.spec(61, 45, compression, alpha), pixels), "plate.exr");
                assertThat(Exr.bytes(read.pixels())).isEqualTo(Exr.bytes(pixels));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "17,13", "16384,3", "3,1000", "1921,1081"})
    void oddSizesAreReadByOpenImageIoBitForBit(int width, int height) throws Exception {
        ByteBuffer pixels = Exr.photograph(width, height, 3);
        for (ExrCompression zip : List.of(ExrCompression.ZIP, ExrCompression.ZIPS)) {
            ByteBuffer file = Exr.encode(Exr.spec(width, height, zip, false), pixels);
            assertThat(Exr.bytes(Exr.decode(file, "odd.exr").pixels())).isEqualTo(Exr.bytes(pixels));
            Oracle.assertSame(openImageIo(file), Exr.floats(file, "odd.exr"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ZIPS", "ZIP"})
    void ffmpegReadsTheSameNumbers(ExrCompression compression) throws Exception {
        ByteBuffer pixels = Exr.photograph(64, 48, 4);
        Path exr = folder.resolve("plate.exr");
        Files.write(exr, Exr.bytes(Exr.encode(Exr.spec(64, 48, compression, false), pixels)));
        byte[] planes = Oracle.output(
                List.of("ffmpeg", "-v", "error", "-i", exr.toString(), "-f", "rawvideo", "-pix_fmt", "gbrpf32le", "-"));
        ByteBuffer raw = ByteBuffer.wrap(planes).order(ByteOrder.LITTLE_ENDIAN);
        float[] ours = Exr.floats(Exr.load(exr), "plate.exr");
        int count = 64 * 48;
        for (int i = 0; i < count; i++) {
            assertThat(raw.getFloat(4 * i)).isEqualTo(ours[4 * i + 1]);
            assertThat(raw.getFloat(4 * (count + i))).isEqualTo(ours[4 * i + 2]);
            assertThat(raw.getFloat(4 * (2 * count + i))).isEqualTo(ours[4 * i]);
        }
    }

    @ParameterizedTest
    @EnumSource(ExrCompression.class)
    void theFileDoesNotDependOnTheStrips(ExrCompression compression) throws Exception {
        PlateSpec spec = Exr.spec(53, 300, compression, true);
        ByteBuffer pixels = Exr.photograph(53, 300, 5);
        byte[] whole = Exr.bytes(Exr.encode(spec, pixels));
        for (int strip : new int[] {1, 7, 16, 32}) {
            try (ExrEncoder encoder = ExrEncoder.open(spec)) {
                assertThat(Exr.bytes(inStrips(encoder, pixels, spec, strip))).isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ZIP,0", "ZIP,1", "ZIPS,1"})
    void theTwoKernelsWriteTheSameBytes(ExrCompression compression, int level) throws Exception {
        for (int width : new int[] {1, 15, 16, 33, 250}) {
            PlateSpec spec = Exr.spec(width, 40, compression, width % 2 == 0);
            try (ExrEncoder portable = ExrEncoder.open(spec, level, false);
                    ExrEncoder wide = ExrEncoder.open(spec, level, true)) {
                ByteBuffer pixels = Exr.anyHalves(width, 40, width);
                assertThat(Exr.bytes(inStrips(wide, pixels, spec, 16)))
                        .isEqualTo(Exr.bytes(inStrips(portable, pixels, spec, 16)));
            }
        }
    }

    @Test
    void anEncoderIsAsNewAfterEachReset() throws Exception {
        ByteBuffer large = Exr.photograph(90, 80, 6);
        ByteBuffer small = Exr.photograph(31, 17, 7);
        try (ExrEncoder encoder = ExrEncoder.open(Exr.spec(90, 80, ExrCompression.DWAB, false))) {
            for (ExrCompression compression : ExrCompression.values()) {
                for (boolean big : new boolean[] {true, false}) {
                    PlateSpec spec = Exr.spec(big ? 90 : 31, big ? 80 : 17, compression, big);
                    encoder.reset(spec);
                    assertThat(Exr.bytes(inStrips(encoder, big ? large : small, spec, 16)))
                            .isEqualTo(Exr.bytes(Exr.encode(spec, big ? large : small)));
                }
            }
        }
    }

    @Test
    void anUnfinishedPlateIsDroppedByReset() throws Exception {
        PlateSpec spec = Exr.spec(40, 50, ExrCompression.PIZ, false);
        ByteBuffer pixels = Exr.photograph(40, 50, 8);
        try (ExrEncoder encoder = ExrEncoder.open(spec)) {
            encoder.lines(pixels, 20);
            encoder.reset(spec);
            assertThat(Exr.bytes(inStrips(encoder, pixels, spec, 50))).isEqualTo(Exr.bytes(Exr.encode(spec, pixels)));
        }
    }

    @Test
    void deflatedPlatesAreNotMuchLargerThanTheLibrarys() throws Exception {
        ByteBuffer file = Exr.encode(Exr.spec(640, 360, ExrCompression.ZIP, false), Exr.photograph(640, 360, 11));
        Path ours = folder.resolve("ours.exr");
        Path theirs = folder.resolve("theirs.exr");
        Files.write(ours, Exr.bytes(file));
        Oracle.run("oiiotool", ours.toString(), "-d", "half", "--compression", "zip:4", "-o", theirs.toString());
        assertThat(Files.size(ours)).isLessThan(Files.size(theirs) * 125 / 100);
    }

    /** Half samples between 0.5 and 1 whose low bytes are noise: there is nothing for Huffman codes to gain in these. */
    @ParameterizedTest
    @CsvSource({"ZIP,640,50", "ZIP,641,33", "ZIPS,4096,3"})
    void lowBytesThatAreGrainTakeNoMoreRoomThanTheyHaveAndEveryoneReadsThem(
            ExrCompression compression, int width, int height) throws Exception {
        Random random = new Random(31);
        ByteBuffer pixels = ByteBuffer.allocateDirect(8 * width * height).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 4 * width * height; i++) {
            pixels.putShort((short) (i % 4 == 3 ? 0x3c00 : 0x3800 | random.nextInt(256)));
        }
        pixels.flip();
        ByteBuffer file = Exr.encode(Exr.spec(width, height, compression, false), pixels);
        int grain = width * height * 3;
        assertThat(file.remaining()).isBetween(grain, grain + grain / 20 + 1000);
        assertThat(Exr.bytes(Exr.decode(file, "grain.exr").pixels())).isEqualTo(Exr.bytes(pixels));
        Oracle.assertSame(openImageIo(file), Exr.floats(file, "grain.exr"));
    }

    @Test
    void memoryStaysFlatOverManyFrames() throws Exception {
        ByteBuffer pixels = Exr.photograph(320, 256, 12);
        PlateSpec spec = Exr.spec(320, 256, ExrCompression.ZIP, false);
        Picture picture = Picture.allocate(spec.size(), Picture.Sample.HALF);
        try (ExrEncoder encoder = ExrEncoder.open(spec)) {
            long settled = 0;
            long alive = 0;
            for (int frame = 0; frame < 200; frame++) {
                encoder.reset(
                        frame % 2 == 0 ? spec : new PlateSpec(spec.size(), ExrCompression.DWAB, 45, false, Exr.PLAIN));
                ExrReader.decode(inStrips(encoder, pixels, spec, 16), "plate.exr", picture);
                settled = frame == 40 ? Pointer.physicalBytes() : settled;
                alive = frame == 40 ? Pointer.totalCount() : alive;
            }
            assertThat(Pointer.physicalBytes() - settled)
                    .as("growth over 160 frames")
                    .isLessThan(24L << 20);
            assertThat(Pointer.totalCount() - alive)
                    .as("native objects more than before")
                    .isLessThan(20);
        }
    }

    @Test
    void misuseIsToldApartFromFailure() throws Exception {
        PlateSpec spec = Exr.spec(8, 4, ExrCompression.ZIP, false);
        ByteBuffer pixels = Exr.photograph(8, 4, 13);
        ExrEncoder encoder = ExrEncoder.open(spec);
        assertThatThrownBy(encoder::finish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after 0");
        assertThatThrownBy(() -> encoder.lines(pixels, 5)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> encoder.lines(pixels.slice(0, 10), 4)).isInstanceOf(IllegalArgumentException.class);
        encoder.lines(pixels, 4);
        assertThatThrownBy(() -> encoder.lines(pixels, 1)).isInstanceOf(IllegalStateException.class);
        encoder.close();
        encoder.close();
        assertThatThrownBy(encoder::finish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aPlateThatCouldNotBeginTakesNoLines() throws Exception {
        PlateTags tags = new PlateTags(Optional.empty(), FrameRate.FILM, Optional.empty(), Map.of("channels", "R"));
        PlateSpec spec = Exr.spec(8, 8, ExrCompression.PIZ, false);
        ByteBuffer pixels = Exr.photograph(8, 8, 14);
        try (ExrEncoder encoder = ExrEncoder.open(spec)) {
            assertThatThrownBy(() -> encoder.reset(spec.with(tags))).isInstanceOf(EncodeException.class);
            assertThatThrownBy(() -> encoder.lines(pixels, 8)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(encoder::finish).isInstanceOf(IllegalStateException.class);
            encoder.reset(spec);
            assertThat(Exr.bytes(inStrips(encoder, pixels, spec, 8))).isEqualTo(Exr.bytes(Exr.encode(spec, pixels)));
        }
    }

    @Test
    void threadsEncodeAndDecodeSideBySide() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ExrCompression compression = i % 2 == 0 ? ExrCompression.ZIP : ExrCompression.PIZ;
                ByteBuffer pixels = Exr.photograph(120, 70, i);
                work.add(() -> {
                    ByteBuffer file = Exr.encode(Exr.spec(120, 70, compression, false), pixels);
                    assertThat(Exr.bytes(Exr.decode(file, "plate.exr").pixels()))
                            .isEqualTo(Exr.bytes(pixels));
                    return Boolean.TRUE;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Thousands of short blocks in which what comes early comes again: ISA-L's table of matches decides over their bytes. */
    @Test
    void theSameSamplesAreTheSameBytesWhereverAnEncoderLiesInMemory() throws Exception {
        PlateSpec spec = Exr.spec(100, 2000, ExrCompression.ZIPS, false);
        ByteBuffer pixels = Exr.rhythm(100, 2000, 7, 12);
        List<ExrEncoder> encoders = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                encoders.add(ExrEncoder.open(spec));
            }
            byte[] first = Exr.bytes(inStrips(encoders.get(0), pixels, spec, 16));
            for (ExrEncoder other : encoders.subList(1, 4)) {
                assertThat(Exr.bytes(inStrips(other, pixels, spec, 16))).isEqualTo(first);
            }
        } finally {
            encoders.forEach(ExrEncoder::close);
        }
    }

    private static ByteBuffer inStrips(ExrEncoder encoder, ByteBuffer pixels, PlateSpec spec, int strip)
            throws Exception {
        int line = 8 * spec.size().width();
        for (int y = 0; y < spec.size().height(); y += strip) {
            int count = Math.min(strip, spec.size().height() - y);
            encoder.lines(pixels.slice(y * line, count * line), count);
        }
        return encoder.finish();
    }

    private float[] openImageIo(ByteBuffer file) throws Exception {
        Path exr = folder.resolve("oracle.exr");
        Path tiff = folder.resolve("oracle.tif");
        Files.write(exr, Exr.bytes(file));
        Oracle.run(
                "oiiotool",
                exr.toString(),
                "--ch",
                "R,G,B,A=1.0",
                "-d",
                "float",
                "--compression",
                "none",
                "-o",
                tiff.toString());
        return Oracle.tiff(tiff);
    }
}
