// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.frame.Picture;
import com.platewright.media.ExrCompression;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import com.platewright.media.Oracle;
import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not supported says so by name, and what claims too much costs nothing. */
class ExrRefusalTest {
    private static final int WINDOW_MAX_X = 8;
    private static final int WINDOW_MAX_Y = 12;

    @TempDir
    Path folder;

    @Test
    void deepDataIsRefusedByName() throws Exception {
        String deep = make("deep.exr", "4", "--chnames", "R,G,B,Z", "--deepen");
        assertRefused(deep, "deep.exr holds deep data, which is not supported");
    }

    @Test
    void aDeepFirstPartIsRefusedAndADeepSecondPartIsNot() throws Exception {
        String deep = make("deep.exr", "4", "--chnames", "R,G,B,Z", "--deepen");
        String flat = make("flat.exr", "3");
        String deepFirst = folder.resolve("deep-first.exr").toString();
        String flatFirst = folder.resolve("flat-first.exr").toString();
        Oracle.run("exrmultipart", "-combine", "-i", deep, flat, "-o", deepFirst);
        Oracle.run("exrmultipart", "-combine", "-i", flat, deep, "-o", flatFirst);
        assertRefused(deepFirst, "deep data");
        assertThat(Exr.decode(Exr.load(Path.of(flatFirst)), flatFirst).size()).hasToString("64x48");
        assertThat(ExrReader.header(Exr.load(Path.of(flatFirst)), flatFirst).parts())
                .isEqualTo(2);
    }

    @Test
    void luminanceAndChromaAreRefusedByName() throws Exception {
        assertRefused(make("yc.exr", "3", "--chnames", "Y,RY,BY"), "luminance and chroma (channels BY, RY, Y)");
        assertRefused(make("grey.exr", "1", "--chnames", "Y"), "luminance and chroma (channels Y)");
    }

    @Test
    void layersWithoutPlainColourAreRefusedWithTheirNames() throws Exception {
        assertRefused(
                make("beauty.exr", "3", "--chnames", "beauty.R,beauty.G,beauty.B"),
                "has no channels R, G and B; it has beauty.B, beauty.G, beauty.R");
        assertRefused(make("two.exr", "2", "--chnames", "R,G"), "it has G, R");
    }

    @Test
    void integersAreRefusedAsColourOnly() throws Exception {
        assertRefused(make("uint.exr", "3", "-d", "uint32"), "channel B as unsigned integers");
        String id = make("id.exr", "4", "--chnames", "R,G,B,id", "-d", "half", "-d", "id=uint32");
        assertThat(Exr.decode(Exr.load(Path.of(id)), id).sample()).isEqualTo(Picture.Sample.HALF);
    }

    @Test
    void subsampledColourIsRefused() throws Exception {
        byte[] exr = Exr.bytes(Exr.load(Path.of(make("sampled.exr", "3", "-d", "half", "--compression", "none"))));
        int green = find(exr, "G\0\1\0\0\0");
        exr[green + 10] = 2; // behind the name: type, linearity and padding, then the sampling in x and in y
        assertThatThrownBy(() -> Exr.decode(Exr.direct(exr), "sampled.exr"))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("channel G at one of 2x1 pixels");
    }

    @ParameterizedTest
    @CsvSource({"10,(HTJ2K256)", "11,(HTJ2K32)", "99,method 99"})
    void unknownCompressionsAreUnsupportedAndNotCorrupt(int id, String said) throws Exception {
        byte[] exr = Exr.bytes(Exr.load(Path.of(make("new.exr", "3"))));
        exr[find(exr, "compression\0compression\0") + 28] = (byte) id;
        assertThatThrownBy(() -> ExrReader.header(Exr.direct(exr), "new.exr"))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("method " + id)
                .hasMessageContaining(said)
                .hasMessageNotContaining("damaged");
    }

    @Test
    void otherFilesAreNoExr() {
        assertThatThrownBy(() ->
                        ExrReader.header(Exr.direct("PK\3\4 and so on".getBytes(StandardCharsets.US_ASCII)), "a.exr"))
                .isInstanceOf(MediaException.class)
                .hasMessage("a.exr is not an OpenEXR file: it starts with 504b0304 instead of 762f3101");
        assertThatThrownBy(() -> ExrReader.header(Exr.direct(new byte[3]), "b.exr"))
                .isInstanceOf(MediaException.class)
                .hasMessage("b.exr is not an OpenEXR file: it has only 3 bytes");
    }

    @Test
    void anotherSizeNamesBoth() throws Exception {
        ByteBuffer file = Exr.load(Path.of(make("size.exr", "3")));
        Picture expected = Picture.allocate(new Resolution(64, 49), Picture.Sample.FLOAT);
        assertThatThrownBy(() -> ExrReader.decode(file, "size.exr", expected))
                .isInstanceOf(MediaException.class)
                .hasMessage("size.exr is 64x48 (data window (0,0)-(63,47)), expected 64x49");
    }

    @Test
    void floatSamplesAreNotSqueezedIntoAHalfPicture() throws Exception {
        ByteBuffer file = Exr.load(Path.of(make("float.exr", "3", "-d", "float")));
        Picture half = Picture.allocate(new Resolution(64, 48), Picture.Sample.HALF);
        assertThatThrownBy(() -> ExrReader.decode(file, "float.exr", half))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("float.exr holds float samples, expected half");
    }

    @ParameterizedTest
    @CsvSource({"16384", "100000", "1073741823"})
    void aHeaderBombAllocatesNothing(int side) throws Exception {
        byte[] exr = Exr.bytes(Exr.load(Path.of(make("bomb.exr", "3"))));
        int window = find(exr, "dataWindow\0box2i\0") + 21;
        ByteBuffer bomb = Exr.direct(exr);
        bomb.putInt(window + WINDOW_MAX_X, side).putInt(window + WINDOW_MAX_Y, side);
        assertCheap(() ->
                assertThatThrownBy(() -> ExrReader.header(bomb, "bomb.exr")).isInstanceOf(MediaException.class));
    }

    @Test
    void theLargestAllowedClaimAllocatesNothingEither() throws Exception {
        byte[] exr = Exr.bytes(Exr.load(Path.of(make("claim.exr", "3", "--compression", "none"))));
        int window = find(exr, "dataWindow\0box2i\0") + 21;
        ByteBuffer bomb = Exr.direct(exr);
        bomb.putInt(window + WINDOW_MAX_X, ExrReader.LONGEST_SIDE - 1);
        Picture small = Picture.allocate(new Resolution(64, 48), Picture.Sample.FLOAT);
        assertCheap(() -> assertThatThrownBy(() -> ExrReader.decode(bomb, "claim.exr", small))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("expected 64x48"));
    }

    @ParameterizedTest
    @CsvSource({"16384,16384", "2147483647,2147483647", "65536,16"})
    void aTileBombAllocatesNothing(int width, int height) throws Exception {
        byte[] exr = Exr.bytes(Exr.load(Path.of(make("tiles.exr", "3", "--tile", "64", "48"))));
        int tiles = find(exr, "tiles\0tiledesc\0") + 19;
        ByteBuffer bomb = Exr.direct(exr);
        bomb.putInt(tiles, width).putInt(tiles + 4, height);
        Picture small = Picture.allocate(new Resolution(64, 48), Picture.Sample.FLOAT);
        assertCheap(() -> assertThatThrownBy(() -> ExrReader.decode(bomb, "tiles.exr", small))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith("tiles.exr "));
    }

    @Test
    void aBufferOnTheHeapIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> ExrReader.header(ByteBuffer.allocate(100), "heap.exr"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusedFilesStillHaveAHeader() throws Exception {
        String yc = make("yc.exr", "3", "--chnames", "Y,RY,BY", "--compression", "piz");
        ExrHeader header = ExrReader.header(Exr.load(Path.of(yc)), yc);
        assertThat(header.compression()).isEqualTo(ExrCompression.PIZ);
        assertThat(header.channels()).hasSize(3);
    }

    private String make(String name, String channels, String... options) {
        String exr = folder.resolve(name).toString();
        List<String> command = new ArrayList<>(List.of("oiiotool", "--pattern", "noise", "64x48", channels));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", exr));
        Oracle.run(command);
        return exr;
    }

    private static void assertRefused(String file, String said) throws Exception {
        ByteBuffer bytes = Exr.load(Path.of(file));
        String name = Path.of(file).getFileName().toString();
        assertThatThrownBy(() -> Exr.decode(bytes, name))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining(said);
    }

    private static void assertCheap(Runnable refusal) {
        long before = Pointer.physicalBytes();
        refusal.run();
        assertThat(Pointer.physicalBytes() - before)
                .as("bytes of resident memory")
                .isLessThan(64L << 20);
    }

    private static int find(byte[] bytes, String text) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).as(text).isNotNegative();
        return at;
    }
}
