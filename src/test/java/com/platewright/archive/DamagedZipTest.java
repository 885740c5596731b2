// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import static com.platewright.archive.ZipBytes.exr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedZipTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(100, 100_000, 1_000_000);

    @TempDir
    Path folder;

    private Path zip;
    private byte[] good;

    @BeforeEach
    void make() {
        zip = folder.resolve("clip.zip");
        good = new ZipBytes()
                .add("f.1001.exr", exr(1))
                .add("f.1002.exr", exr(2), ZipBytes.Entry::deflate)
                .build();
    }

    @Test
    void cutAtAnyByteItIsRefusedOnOpening() throws Exception {
        for (int length = 0; length < good.length; length++) {
            Files.write(zip, Arrays.copyOf(good, length));
            assertThatThrownBy(() -> FrameArchive.open(zip, LIMITS)).isInstanceOf(ArchiveException.class);
        }
    }

    /** A flip may hide in a time stamp or a version, or is an ArchiveException; wrong bytes never come out. */
    @Test
    void anyFlippedBitIsFoundOrHarmless() throws Exception {
        byte[] frame = Arrays.copyOf(exr(1), 40);
        good = new ZipBytes()
                .add("1.exr", frame)
                .add("2.exr", frame, ZipBytes.Entry::deflate)
                .build();
        Files.write(zip, good);
        int found = 0;
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            for (int bit = 0; bit < good.length * 8; bit++) {
                overwrite(file, bit / 8, good[bit / 8] ^ 1 << bit % 8);
                found += isFound(frame) ? 1 : 0;
                overwrite(file, bit / 8, good[bit / 8]);
            }
        }
        assertThat(isFound(frame)).isFalse();
        assertThat(found).isGreaterThan(good.length * 8 * 3 / 4);
    }

    private boolean isFound(byte[] expected) throws Exception {
        try (FrameArchive frames = FrameArchive.open(zip, LIMITS)) {
            for (FrameEntry frame : frames.frames().list()) {
                ByteBuffer read = frames.read(frame, ByteBuffer.allocate(0));
                assertThat(read.equals(ByteBuffer.wrap(expected))).isTrue();
            }
            return false;
        } catch (ArchiveException e) {
            return true;
        }
    }

    private static void overwrite(RandomAccessFile file, int at, int value) throws Exception {
        file.seek(at);
        file.write(value);
    }

    @Test
    void flippedBitInsideAFrameIsNamedWithBothSums() throws Exception {
        int inside = 30 + "f.1001.exr".length() + 100;
        good[inside] ^= 4;
        Files.write(zip, good);
        try (FrameArchive frames = FrameArchive.open(zip, LIMITS)) {
            FrameEntry bad = frames.frames().list().get(0);
            assertThatThrownBy(() -> frames.read(bad, ByteBuffer.allocate(0)))
                    .isInstanceOfSatisfying(ArchiveException.class, e -> assertThat(e.refetchCanHelp())
                            .isTrue())
                    .hasMessageMatching("(?s).*clip.zip: frame 1001 \\(\"f.1001.exr\"\\): expected CRC-32 "
                            + String.format("%08x", ZipBytes.crcOf(exr(1)))
                            + ", found [0-9a-f]{8}\\..*fetch it again\\.");
            frames.read(frames.frames().list().get(1), ByteBuffer.allocate(0));
        }
    }

    @Test
    void frameThatIsNotExrIsNamedWithWhatItIs() throws Exception {
        new ZipBytes()
                .add("f.1.exr", "<html>gone</html>".getBytes(StandardCharsets.UTF_8))
                .writeTo(zip);
        try (FrameArchive frames = FrameArchive.open(zip, LIMITS)) {
            assertThatThrownBy(() -> frames.read(frames.frames().list().get(0), ByteBuffer.allocate(0)))
                    .hasMessageContaining("expected an EXR file (76 2f 31 01), found \"<html>gone</html>\"");
        }
    }

    /** A reader that maps its file would bring the process down here. */
    @Test
    void fileThatIsCutWhileItIsOpenIsDamaged() throws Exception {
        Files.write(zip, good);
        try (FrameArchive frames = FrameArchive.open(zip, LIMITS)) {
            try (RandomAccessFile cut = new RandomAccessFile(zip.toFile(), "rw")) {
                cut.setLength(100);
            }
            assertThatThrownBy(() -> frames.read(frames.frames().list().get(1), ByteBuffer.allocate(0)))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("found the end of the file");
        }
    }
}
