// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.frame.Picture;
import com.platewright.media.Binary16;
import com.platewright.media.ExrCompression;
import com.platewright.media.ExrHeader;
import com.platewright.media.ExrHeader.Window;
import com.platewright.media.Oracle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files made by OpenImageIO and by OpenEXR's own tools, and the pixels that OpenImageIO reads from them. */
class ExrReaderTest {
    private static final String NOISE = "noise:type=gaussian:mean=1:stddev=3:seed=7";

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeEveryKindWithOpenImageIo() {
        List<String> write = new ArrayList<>(List.of("oiiotool"));
        List<String> read = new ArrayList<>(List.of("oiiotool"));
        for (String type : List.of("half", "float")) {
            for (boolean tiled : new boolean[] {false, true}) {
                write.addAll(List.of("--pattern", NOISE, "97x277", "3", "-d", type));
                write.addAll(tiled ? List.of("--tile", "32", "16") : List.of("--scanline"));
                for (ExrCompression compression : ExrCompression.values()) {
                    String name = name(compression, type, tiled);
                    write.addAll(List.of("--compression", oiioName(compression), "-o", path(name + ".exr")));
                    read.addAll(List.of("-i", path(name + ".exr"), "--ch", "R,G,B,A=1.0", "-d", "float"));
                    read.addAll(List.of("--scanline", "--compression", "none", "-o", path(name + ".tif")));
                }
            }
        }
        Oracle.run(write);
        Oracle.run(read);
    }

    @ParameterizedTest
    @EnumSource(ExrCompression.class)
    void everyCompressionHasThePixelsOfOpenImageIo(ExrCompression compression) throws Exception {
        for (String type : List.of("half", "float")) {
            for (boolean tiled : new boolean[] {false, true}) {
                String name = name(compression, type, tiled);
                ByteBuffer file = Exr.load(folder.resolve(name + ".exr"));
                ExrHeader header = ExrReader.header(file, name);
                assertThat(header.compression()).as(name).isEqualTo(compression);
                assertThat(header.tiled()).as(name).isEqualTo(tiled);
                assertThat(ExrReader.sampleFor(header).name()).isEqualToIgnoringCase(type);
                Oracle.assertSame(Exr.floats(file, name), Oracle.tiff(folder.resolve(name + ".tif")));
            }
        }
    }

    @Test
    void aHalfFileGivesTheSameNumbersAsHalfAndAsFloat() throws Exception {
        ByteBuffer file = Exr.load(folder.resolve("dwab-half.exr"));
        ByteBuffer halves = Exr.decode(file, "dwab-half.exr").pixels();
        float[] floats = Exr.floats(file, "dwab-half.exr");
        assertThat(halves.remaining()).isEqualTo(2 * floats.length);
        for (int i = 0; i < floats.length; i++) {
            assertThat(Binary16.value(halves.getShort(2 * i))).isEqualTo(floats[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"-m,zip", "-r,zip", "-m,dwab", "-r,piz", "-o,b44"})
    void mipmapsAndRipmapsAreReadAtTheirFullSize(String levels, String compression) throws Exception {
        String tiles = path("levels" + levels + compression + ".exr");
        Oracle.run("exrmaketiled", levels, "-t", "24", "40", "-z", compression, path("none-half.exr"), tiles);
        Oracle.run(
                "oiiotool",
                tiles,
                "--ch",
                "R,G,B,A=1.0",
                "-d",
                "float",
                "--scanline",
                "--compression",
                "none",
                "-o",
                path("levels.tif"));
        ByteBuffer file = Exr.load(Path.of(tiles));
        assertThat(ExrReader.header(file, tiles).tiled()).isTrue();
        Oracle.assertSame(Exr.floats(file, tiles), Oracle.tiff(folder.resolve("levels.tif")));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "17,13", "1,300", "1921,1081"})
    void oddSizesHaveThePixelsOfOpenImageIo(int width, int height) throws Exception {
        String exr = path("odd.exr");
        Oracle.run(
                "oiiotool",
                "--pattern",
                NOISE,
                width + "x" + height,
                "4",
                "-d",
                "half",
                "--compression",
                "dwab",
                "-o",
                exr,
                "-i",
                exr,
                "-d",
                "float",
                "--compression",
                "none",
                "-o",
                path("odd.tif"));
        Oracle.assertSame(Exr.floats(Exr.load(Path.of(exr)), exr), Oracle.tiff(folder.resolve("odd.tif")));
    }

    @Test
    void theDataWindowIsThePictureWhereverItLies() throws Exception {
        String exr = path("window.exr");
        Oracle.run(
                "oiiotool",
                "--pattern",
                NOISE,
                "40x30",
                "3",
                "-d",
                "half",
                "--origin",
                "-5+1007",
                "--fullsize",
                "1920x1080+0+0",
                "--compression",
                "piz",
                "-o",
                exr,
                "-i",
                exr,
                "--ch",
                "R,G,B,A=1.0",
                "--origin",
                "+0+0",
                "--fullpixels",
                "-d",
                "float",
                "--compression",
                "none",
                "-o",
                path("window.tif"));
        ByteBuffer file = Exr.load(Path.of(exr));
        ExrHeader header = ExrReader.header(file, exr);
        assertThat(header.dataWindow()).isEqualTo(new Window(-5, 1007, 34, 1036));
        assertThat(header.displayWindow()).isEqualTo(new Window(0, 0, 1919, 1079));
        assertThat(header.size()).hasToString("40x30");
        Oracle.assertSame(Exr.floats(file, exr), Oracle.tiff(folder.resolve("window.tif")));
    }

    @Test
    void aDataWindowBeyondTheDisplayWindowIsReadWhole() throws Exception {
        String exr = path("overscan.exr");
        Oracle.run("oiiotool", "--pattern", NOISE, "40x30", "3", "-d", "half", "--fullsize", "20x10+4+4", "-o", exr);
        assertThat(Exr.decode(Exr.load(Path.of(exr)), exr).size()).hasToString("40x30");
    }

    @Test
    void alphaIsKeptAndFurtherChannelsAreLeftOut() throws Exception {
        String exr = path("layers.exr");
        Oracle.run(
                "oiiotool",
                "--pattern",
                NOISE,
                "33x21",
                "7",
                "--chnames",
                "R,G,B,A,Z,beauty.R,N.x",
                "-d",
                "half",
                "-d",
                "Z=float",
                "-o",
                exr,
                "-i",
                exr,
                "--ch",
                "R,G,B,A",
                "-d",
                "float",
                "--compression",
                "none",
                "-o",
                path("layers.tif"));
        ByteBuffer file = Exr.load(Path.of(exr));
        ExrHeader header = ExrReader.header(file, exr);
        assertThat(header.channels())
                .extracting(ExrHeader.Channel::name)
                .containsExactly("A", "B", "G", "N.x", "R", "Z", "beauty.R");
        assertThat(ExrReader.sampleFor(header)).as("a float Z does not matter").isEqualTo(Picture.Sample.HALF);
        Oracle.assertSame(Exr.floats(file, exr), Oracle.tiff(folder.resolve("layers.tif")));
    }

    @Test
    void oneFloatChannelOfTheFourMakesTheWholePictureFloat() throws Exception {
        String exr = path("mixed.exr");
        Oracle.run(
                "oiiotool",
                "--pattern",
                NOISE,
                "33x21",
                "3",
                "-d",
                "half",
                "-d",
                "G=float",
                "-o",
                exr,
                "-i",
                exr,
                "--ch",
                "R,G,B,A=1.0",
                "-d",
                "float",
                "--compression",
                "none",
                "-o",
                path("mixed.tif"));
        ByteBuffer file = Exr.load(Path.of(exr));
        assertThat(ExrReader.sampleFor(ExrReader.header(file, exr))).isEqualTo(Picture.Sample.FLOAT);
        Oracle.assertSame(Exr.floats(file, exr), Oracle.tiff(folder.resolve("mixed.tif")));
    }

    @Test
    void ofSeveralPartsTheFirstIsRead() throws Exception {
        String parts = path("parts.exr");
        Oracle.run("oiiotool", path("zip-half.exr"), "--pattern", "checker", "97x277", "3", "--siappend", "-o", parts);
        ByteBuffer file = Exr.load(Path.of(parts));
        ExrHeader header = ExrReader.header(file, parts);
        assertThat(header.parts()).isEqualTo(2);
        Oracle.assertSame(Exr.floats(file, parts), Oracle.tiff(folder.resolve("zip-half.tif")));
    }

    @Test
    void theFileIsWhatLiesBetweenPositionAndLimit() throws Exception {
        byte[] exr = Exr.bytes(Exr.load(folder.resolve("zip-half.exr")));
        ByteBuffer wider = ByteBuffer.allocateDirect(exr.length + 300)
                .position(100)
                .put(exr)
                .position(100)
                .limit(100 + exr.length);
        Oracle.assertSame(Exr.floats(wider, "zip-half.exr"), Oracle.tiff(folder.resolve("zip-half.tif")));
        assertThat(wider.position()).isEqualTo(100);
    }

    @Test
    void aReadOnlyMappingIsReadWithoutBeingTouched() throws Exception {
        try (FileChannel channel = FileChannel.open(folder.resolve("none-half.exr"))) {
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            Oracle.assertSame(Exr.floats(mapped, "none-half.exr"), Oracle.tiff(folder.resolve("none-half.tif")));
        }
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String name(ExrCompression compression, String type, boolean tiled) {
        return oiioName(compression) + "-" + type + (tiled ? "-tiled" : "");
    }

    private static String oiioName(ExrCompression compression) {
        return compression.name().toLowerCase(Locale.ROOT);
    }
}
