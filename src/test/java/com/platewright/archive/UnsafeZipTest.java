// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import static com.platewright.archive.ArchiveException.Fault.CONTENT;
import static com.platewright.archive.ArchiveException.Fault.DAMAGED;
import static com.platewright.archive.ArchiveException.Fault.UNSAFE;
import static com.platewright.archive.ArchiveException.Fault.UNSUPPORTED;
import static com.platewright.archive.ZipBytes.exr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.DebianTool;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeZipTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(100, 100_000, 1_000_000);

    @TempDir
    Path folder;

    @Test
    void whatIsNotChangedIsAGoodZip() throws Exception {
        Path zip = zip("f.0002.exr", entry -> {});
        assertThat(DebianTool.run(folder, "unzip", "-t", zip.toString())).contains("No errors detected");
        try (FrameArchive frames = FrameArchive.open(zip, LIMITS)) {
            assertThat(frames.frames().range()).hasToString("1-2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../f.0002.exr", "a/../../f.0002.exr", "/f.0002.exr", "\\f.0002.exr", "..\\f.0002.exr", "C:/f.0002.exr",
                "c:f.0002.exr", "./f.0002.exr", "a//f.0002.exr", "f.0002.exr\0.png", "f\n.0002.exr",
                        "f\u001b[2J.0002.exr",
                "a./f.0002.exr", "a /f.0002.exr", "../", "__MACOSX/../../x"
            })
    void dangerousNamesAreRefused(String name) {
        assertRefused(zip(name, entry -> {}), UNSAFE, "f.zip: entry \"");
    }

    @Test
    void messagesDoNotRepeatWhatPlaysWithATerminal() {
        assertThatThrownBy(() -> FrameArchive.open(zip("f\u001b[2J.0002.exr", entry -> {}), LIMITS))
                .hasMessageContaining("f\\u001b[2J.0002.exr")
                .hasMessageNotContaining("\u001b");
    }

    @ParameterizedTest
    @CsvSource({"f.0001.exr", "F.0001.EXR", "f.0001.exr/"})
    void namesThatSomeFileSystemCannotTellApartAreRefused(String twin) {
        assertRefused(zip(twin, entry -> {}), UNSAFE, "has the same name as \"f.0001.exr\"");
    }

    @Test
    void composedAndDecomposedLettersAreTheSameName() throws Exception {
        Path zip = new ZipBytes()
                .add("\u00e9.0001.exr", exr(1))
                .add("e\u0301.0001.exr", exr(2))
                .writeTo(folder.resolve("f.zip"));
        assertRefused(zip, UNSAFE, "has the same name as");
    }

    @ParameterizedTest
    @ValueSource(ints = {0120000, 0010000, 0020000, 0060000, 0140000, 0040000})
    void linksPipesDevicesAndSocketsAreRefused(int type) {
        assertRefused(
                zip("f.0002.exr", entry -> entry.attributes = (type | 0644) << 16),
                UNSAFE,
                "\"f.0002.exr\" is a link or");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1 << 6, 1 << 13})
    void encryptedEntriesAreRefused(int flag) {
        assertRefused(
                zip("f.0002.exr", entry -> entry.flags = entry.localFlags = flag),
                UNSUPPORTED,
                "\"f.0002.exr\" is encrypted");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 12, 14, 93, 99})
    void otherMethodsAreRefused(int method) {
        assertRefused(
                zip("f.0002.exr", entry -> entry.method = entry.localMethod = method),
                UNSUPPORTED,
                "\"f.0002.exr\" is packed by method " + method);
    }

    @Test
    void localHeaderMustSayWhatTheDirectorySays() {
        assertRefused(zip("f.0002.exr", entry -> entry.localName = "f.0003.exr"), UNSAFE, "another name in its local");
        assertRefused(zip("f.0002.exr", entry -> entry.localFlags = 1 << 11), UNSAFE, "other flags");
        assertRefused(zip("f.0002.exr", entry -> entry.localMethod = 8), UNSAFE, "another method");
        assertRefused(zip("f.0002.exr", entry -> entry.localCrc++), UNSAFE, "another CRC-32");
        assertRefused(zip("f.0002.exr", entry -> entry.localSize++), UNSAFE, "another size");
        assertRefused(zip("f.0002.exr", entry -> entry.localPackedSize--), UNSAFE, "another size");
        assertRefused(zip("f.0002.exr", entry -> entry.offset = 7), DAMAGED, "no local header at byte 7");
        assertRefused(
                zip("f.0002.exr", entry -> entry.offset = 1 << 30), DAMAGED, "the central directory cannot be read");
    }

    @Test
    void descriptorMustSayWhatTheDirectorySays() {
        Consumer<ZipBytes.Entry> streamed = entry -> {
            entry.flags = entry.localFlags = 1 << 3;
            entry.localCrc = entry.localSize = entry.localPackedSize = 0;
        };
        assertRefused(zip("f.0002.exr", streamed), DAMAGED, "no data descriptor with the sizes");
        assertRefused(zip("f.0002.exr", streamed.andThen(entry -> entry.localSize = 5)), UNSAFE, "another size");
    }

    @Test
    void entryThatTheDirectoryDoesNotNameIsRefused() throws Exception {
        Path zip = new ZipBytes()
                .add("f.0001.exr", exr(1))
                .add("f.0002.exr", exr(2), entry -> entry.inDirectory = false)
                .add("f.0003.exr", exr(3))
                .writeTo(folder.resolve("f.zip"));
        assertRefused(zip, UNSAFE, "is an entry that the central directory does not name");
        zip = new ZipBytes()
                .add("f.0001.exr", exr(1))
                .add("f.0002.exr", exr(2), entry -> entry.inDirectory = false)
                .writeTo(folder.resolve("f.zip"));
        assertRefused(zip, UNSAFE, "is an entry that the central directory does not name");
    }

    @Test
    void fillingBetweenEntriesIsHarmless() throws Exception {
        Path zip = zip("f.0002.exr", entry -> entry.after = new byte[200_000]);
        FrameArchive.open(zip, LIMITS).close();
    }

    @Test
    void entriesThatShareBytesAreRefused() throws Exception {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        int[] offset = {0};
        new ZipBytes().add("f.0002.exr", exr(2), entry -> inner.writeBytes(ZipBytes.local(entry)));
        inner.writeBytes(exr(2));
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        outer.writeBytes(exr(1));
        offset[0] = 30 + "f.0001.exr".length() + outer.size();
        outer.writeBytes(inner.toByteArray());
        Path zip = new ZipBytes()
                .add("f.0001.exr", outer.toByteArray())
                .add("f.0002.exr", exr(2), entry -> entry.offset = offset[0])
                .writeTo(folder.resolve("f.zip"));
        assertRefused(zip, UNSAFE, "\"f.0002.exr\" shares bytes with the entry before it");
    }

    @Test
    void bombsAreRefusedByWhatTheyClaimAndByWhatComesOut() throws Exception {
        byte[] large = new byte[99_000];
        System.arraycopy(exr(1), 0, large, 0, 4);
        assertRefused(
                zip("f.0002.exr", entry -> entry.size = entry.localSize = 200_000), DAMAGED, "cannot hold 200000");
        assertRefused(
                zip("f.0002.exr", entry -> {
                    entry.deflate();
                    entry.size = entry.localSize = 100_001;
                }),
                UNSAFE,
                "has 100001 bytes unpacked");
        ZipBytes many = new ZipBytes();
        for (int i = 0; i < 11; i++) {
            many.add("f." + i + ".exr", large, ZipBytes.Entry::deflate);
        }
        assertRefused(many.writeTo(folder.resolve("f.zip")), UNSAFE, "of 1089000 so far");
        Path zip = new ZipBytes()
                .add("f.0001.exr", large, entry -> {
                    entry.deflate();
                    entry.size = entry.localSize = 100;
                })
                .writeTo(folder.resolve("f.zip"));
        try (FrameArchive frames = FrameArchive.open(zip, LIMITS)) {
            assertThatThrownBy(() -> frames.read(frames.frames().list().get(0), ByteBuffer.allocate(0)))
                    .hasMessageContaining("frame 1 (\"f.0001.exr\"): expected 100 bytes, found more");
        }
    }

    @Test
    void tooManyEntriesAreRefusedBeforeTheyAreListed() throws Exception {
        ZipBytes many = new ZipBytes();
        for (int i = 0; i <= 100; i++) {
            many.add("f." + i + ".exr", exr(1));
        }
        assertRefused(many.writeTo(folder.resolve("f.zip")), UNSAFE, "expected at most 100 entries, found 101");
    }

    @Test
    void wrongCountAndBytesBehindTheEndAreDamage() throws Exception {
        ZipBytes count = new ZipBytes().add("f.0001.exr", exr(1));
        count.entryCount = 2;
        assertRefused(count.writeTo(folder.resolve("f.zip")), DAMAGED, "expected 2 entries");
        ZipBytes trailed = new ZipBytes().add("f.0001.exr", exr(1));
        trailed.trailer = new byte[] {1, 2, 3};
        assertRefused(trailed.writeTo(folder.resolve("f.zip")), DAMAGED, "expected the zip to end at byte");
    }

    @Test
    void splitArchivesAreRefused() throws Exception {
        ZipBytes zip = new ZipBytes().add("f.0001.exr", exr(1));
        zip.diskNumber = 1;
        assertRefused(zip.writeTo(folder.resolve("f.zip")), UNSUPPORTED, "one part of a split archive");
        assertRefused(zip("f.0002.exr", entry -> entry.disk = 2), UNSUPPORTED, "begins in another part");
    }

    @Test
    void zipInsideAZipIsRefusedByNameAndByContent() throws Exception {
        assertRefused(zip("more.zip", entry -> {}), UNSAFE, "\"more.zip\" is an archive itself");
        byte[] inner = new ZipBytes().add("f.0001.exr", exr(1)).build();
        Path zip = new ZipBytes().add("f.0001.exr", inner).writeTo(folder.resolve("f.zip"));
        assertRefused(zip, UNSAFE, "\"f.0001.exr\" is an archive itself");
    }

    @Test
    void emptyZipHasNoFrames() throws Exception {
        assertRefused(new ZipBytes().writeTo(folder.resolve("f.zip")), CONTENT, "found no .exr file");
        Path zip = new ZipBytes().add("readme.txt", new byte[] {1}).writeTo(folder.resolve("f.zip"));
        assertRefused(zip, CONTENT, "found no .exr file");
    }

    private Path zip(String second, Consumer<ZipBytes.Entry> change) {
        try {
            return new ZipBytes()
                    .add("f.0001.exr", exr(1))
                    .add(second, exr(2), change)
                    .writeTo(folder.resolve("f.zip"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(Path zip, ArchiveException.Fault fault, String words) {
        assertThatThrownBy(() -> FrameArchive.open(zip, LIMITS))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.fault()).isEqualTo(fault))
                .hasMessageStartingWith(zip.toString())
                .hasMessageContaining(words);
    }
}
