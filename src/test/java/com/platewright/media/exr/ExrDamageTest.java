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
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files cut short and files with flipped bits: an exception with a name or pixels, and never the end of the process. */
class ExrDamageTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 70;

    private static final Picture PICTURE = Picture.allocate(new Resolution(WIDTH, HEIGHT), Picture.Sample.FLOAT);
    private static final ByteBuffer SCRATCH = ByteBuffer.allocateDirect(1 << 20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ExrCompression.class)
    void everyCutIsFound(ExrCompression compression) throws Exception {
        byte[] whole = file(compression);
        ByteBuffer file = Exr.direct(whole);
        int step = Math.max(1, whole.length / 500);
        for (int length = 0; length < whole.length; length += length < 50 || length > whole.length - 40 ? 1 : step) {
            ByteBuffer cut = file.duplicate().limit(length);
            int at = length;
            assertThatThrownBy(() -> decode(cut))
                    .as("%s cut to %d of %d bytes", compression, at, whole.length)
                    .isInstanceOf(MediaException.class)
                    .hasMessageStartingWith("frame.1017.exr ");
        }
    }

    @Test
    void everyCutOfATiledFileIsFound() throws Exception {
        byte[] whole = tiled();
        ByteBuffer file = Exr.direct(whole);
        for (int length = 0; length < whole.length; length += 7) {
            ByteBuffer cut = file.duplicate().limit(length);
            assertThatThrownBy(() -> decode(cut)).isInstanceOf(MediaException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(ExrCompression.class)
    void flippedBitsInHeaderAndOffsetTableDoNoHarm(ExrCompression compression) throws Exception {
        byte[] whole = file(compression);
        int blocks = (HEIGHT + compression.linesPerBlock() - 1) / compression.linesPerBlock();
        int refused = flipEveryBit(whole, headerLength(whole) + 8 * Math.min(blocks, 8));
        assertThat(refused).as("damage that was found").isGreaterThan(200);
    }

    @Test
    void flippedBitsInATiledHeaderDoNoHarm() throws Exception {
        byte[] whole = tiled();
        assertThat(flipEveryBit(whole, headerLength(whole) + 8 * 6)).isGreaterThan(200);
    }

    @ParameterizedTest
    @EnumSource(ExrCompression.class)
    void flippedBitsInThePixelsDoNoHarm(ExrCompression compression) throws Exception {
        byte[] whole = file(compression);
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            tryFlipped(
                    whole, headerLength(whole) + random.nextInt(whole.length - headerLength(whole)), random.nextInt(8));
        }
    }

    @Test
    void aFlippedBitInDeflatedPixelsIsFoundOrChangesNothing() throws Exception {
        byte[] whole = file(ExrCompression.ZIP);
        decode(Exr.direct(whole));
        byte[] pixels = Exr.bytes(PICTURE.pixels());
        int chunks = headerLength(whole) + 8 * 5;
        Random random = new Random(11);
        int found = 0;
        for (int i = 0; i < 1000; i++) {
            if (tryFlipped(whole, chunks + random.nextInt(whole.length - chunks), random.nextInt(8))) {
                found++;
            } else { // the bits that fill the last byte of a deflate stream, and the line numbers
                assertThat(Exr.bytes(PICTURE.pixels())).isEqualTo(pixels);
            }
        }
        assertThat(found).isGreaterThan(980);
    }

    private static int flipEveryBit(byte[] whole, int length) {
        int refused = 0;
        for (int at = 0; at < length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                refused += tryFlipped(whole, at, bit) ? 1 : 0;
            }
        }
        return refused;
    }

    /** Whether the damage was found; if not, there are pixels. Whatever else is thrown fails the test. */
    private static boolean tryFlipped(byte[] whole, int at, int bit) {
        SCRATCH.clear().put(whole).flip().put(at, (byte) (whole[at] ^ 1 << bit));
        try {
            decode(SCRATCH);
            return false;
        } catch (MediaException e) {
            return true;
        }
    }

    /** As a pipeline does: the header first, then the pixels into a picture of the size that all frames have. */
    private static void decode(ByteBuffer file) throws MediaException {
        ExrHeader header = ExrReader.header(file, "frame.1017.exr");
        assertThat(header.channels()).isNotNull();
        ExrReader.decode(file, "frame.1017.exr", PICTURE);
    }

    private static byte[] file(ExrCompression compression) throws Exception {
        PlateSpec spec = Exr.spec(WIDTH, HEIGHT, compression, false);
        return Exr.bytes(Exr.encode(spec, Exr.photograph(WIDTH, HEIGHT, 3)));
    }

    private byte[] tiled() throws Exception {
        Path scanLines = Files.write(folder.resolve("lines.exr"), file(ExrCompression.ZIP));
        Path tiles = folder.resolve("tiles.exr");
        Oracle.run("exrmaketiled", "-t", "24", "24", scanLines.toString(), tiles.toString());
        return Files.readAllBytes(tiles);
    }

    /** The offset table follows a zero byte that ends the attributes; this finds it by walking them. */
    private static int headerLength(byte[] exr) {
        ByteBuffer bytes = ByteBuffer.wrap(exr).order(ByteOrder.LITTLE_ENDIAN).position(8);
        while (bytes.get(bytes.position()) != 0) {
            skipName(bytes);
            skipName(bytes);
            int length = bytes.getInt();
            bytes.position(bytes.position() + length);
        }
        return bytes.position() + 1;
    }

    private static void skipName(ByteBuffer bytes) {
        while (bytes.get() != 0) {}
    }
}
