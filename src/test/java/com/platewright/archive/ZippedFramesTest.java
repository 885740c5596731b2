// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.DebianTool;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips of other programs, read back byte for byte. */
class ZippedFramesTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(100_000, 1 << 20, 1L << 30);
    private static final int FRAMES = 9;

    @TempDir
    Path folder;

    private final List<byte[]> originals = new ArrayList<>();

    @BeforeEach
    void frames() throws Exception {
        Files.createDirectory(folder.resolve("exr"));
        Random random = new Random(7);
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = ZipBytes.exr(1000 * i);
            for (int j = 4; j < frame.length / 2; j++) {
                frame[j] = (byte) random.nextInt();
            }
            originals.add(frame);
            Files.write(folder.resolve("exr/frame_000" + i + ".exr"), frame);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zip -q -r clip.zip exr",
                "zip -q -0 -r clip.zip exr",
                "zip -q -fd -r clip.zip exr",
                "zip -q -fz -r clip.zip exr",
                "sh -c 'zip -q -r - exr | cat > clip.zip'",
                "sh -c 'zip -q -0 -fz- -r - exr | cat > clip.zip'",
                "7z a -bd -tzip clip.zip exr",
                "7z a -bd -tzip -mx=0 clip.zip exr",
                "python3 -m zipfile -c clip.zip exr"
            })
    void zipsOfOtherProgramsGiveTheOriginalBytes(String command) throws Exception {
        DebianTool.run(folder, "sh", "-c", command);
        assertThat(DebianTool.run(folder, "unzip", "-t", "clip.zip")).contains("No errors detected");
        assertOriginals();
    }

    @Test
    void pythonWithForcedZip64AndOutputThatCannotSeek() throws Exception {
        python(
                "for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):",
                "  for i in range(" + FRAMES + "):",
                "    if (i % 2 == 0) == (method == zipfile.ZIP_STORED):",
                "      info = zipfile.ZipInfo('exr/frame_000%d.exr' % i); info.compress_type = method",
                "      with z.open(info, 'w', force_zip64=True) as out: out.write(open(info.filename, 'rb').read())");
        assertOriginals();
    }

    @Test
    void javaWithDescriptorsAndStored() throws Exception {
        for (int method : new int[] {ZipEntry.DEFLATED, ZipEntry.STORED}) {
            try (OutputStream out = Files.newOutputStream(folder.resolve("clip.zip"));
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("exr/"));
                for (int i = 0; i < FRAMES; i++) {
                    ZipEntry entry = new ZipEntry("exr/frame_000" + i + ".exr");
                    entry.setMethod(method);
                    if (method == ZipEntry.STORED) {
                        entry.setSize(originals.get(i).length);
                        entry.setCrc(Integer.toUnsignedLong(ZipBytes.crcOf(originals.get(i))));
                    }
                    zip.putNextEntry(entry);
                    zip.write(originals.get(i));
                }
            }
            assertOriginals();
        }
    }

    @Test
    void moreEntriesThanTheOldFormatCanCountAreReadIfBothEndRecordsAgree() throws Exception {
        python("for i in range(65600): z.writestr('f.%d.exr' % i, b'\\x76\\x2f\\x31\\x01%d' % i)");
        Path zip = folder.resolve("clip.zip");
        try (FrameArchive archive = FrameArchive.open(zip, LIMITS)) {
            assertThat(archive.frames().range()).hasToString("0-65599");
            assertThat(archive.frames().gaps()).isEmpty();
            ByteBuffer last = archive.read(archive.frames().list().get(65599), ByteBuffer.allocate(0));
            assertThat(last.position(4)).isEqualTo(ByteBuffer.wrap("65599".getBytes(StandardCharsets.UTF_8)));
        }
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            file.seek(file.length() - 22 + 8);
            file.write(new byte[] {1, 0, 1, 0});
        }
        assertThatThrownBy(() -> FrameArchive.open(zip, LIMITS))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("its two end records describe two different archives");
    }

    @Test
    void litterFoldersAndOtherFilesAreCountedAndNotRead() throws Exception {
        python(
                "z.writestr('__MACOSX/exr/._frame_0000.exr', b'x'); z.writestr('exr/._frame_0001.exr', b'x')",
                "z.writestr('.DS_Store', b'x'); z.writestr('exr/Thumbs.db', b'x'); z.writestr('Desktop.ini', b'x')",
                "z.writestr('exr/', b''); z.writestr('exr/notes.txt', b'x'); z.writestr('exr/clip.mp4', b'x')",
                "z.write('exr/frame_0003.exr')");
        try (FrameArchive archive = FrameArchive.open(folder.resolve("clip.zip"), LIMITS)) {
            assertThat(archive.frames().count()).isOne();
            assertThat(archive.ignored()).isEqualTo(new Ignored(1, 5, List.of("exr/notes.txt", "exr/clip.mp4")));
        }
    }

    @Test
    void manyThreadsReadOneArchive() throws Exception {
        DebianTool.run(folder, "zip", "-q", "-r", "clip.zip", "exr");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (FrameArchive archive = FrameArchive.open(folder.resolve("clip.zip"), LIMITS)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                running.add(threads.submit(() -> {
                    ByteBuffer spare = ByteBuffer.allocateDirect(0);
                    for (int i = 0; i < 40 * FRAMES; i++) {
                        FrameEntry frame = archive.frames().list().get(i % FRAMES);
                        spare = archive.read(frame, spare);
                        assertThat(spare).isEqualTo(ByteBuffer.wrap(originals.get(i % FRAMES)));
                    }
                    return null;
                }));
            }
            for (Future<Void> run : running) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void spareBufferIsUsedAgainIfItIsLargeEnough() throws Exception {
        DebianTool.run(folder, "zip", "-q", "-r", "clip.zip", "exr");
        try (FrameArchive archive = FrameArchive.open(folder.resolve("clip.zip"), LIMITS)) {
            ByteBuffer large = ByteBuffer.allocateDirect(1 << 20);
            assertThat(archive.read(archive.frames().list().get(3), large)).isSameAs(large);
            assertThat(archive.read(archive.frames().list().get(4), ByteBuffer.allocate(1 << 20))
                            .isDirect())
                    .isTrue();
        }
    }

    private void python(String... lines) {
        DebianTool.run(
                folder,
                "python3",
                "-c",
                "import zipfile, sys\nz = zipfile.ZipFile('clip.zip', 'w')\n" + String.join("\n", lines)
                        + "\nz.close()");
    }

    private void assertOriginals() throws Exception {
        try (FrameArchive archive = FrameArchive.open(folder.resolve("clip.zip"), LIMITS)) {
            assertThat(archive.frames().pattern()).isEqualTo("exr/frame_#.exr");
            assertThat(archive.frames().count()).isEqualTo(FRAMES);
            ByteBuffer spare = ByteBuffer.allocateDirect(0);
            for (FrameEntry frame : archive.frames().list()) {
                spare = archive.read(frame, spare);
                assertThat(spare.isDirect()).isTrue();
                assertThat(spare).isEqualTo(ByteBuffer.wrap(originals.get(frame.number())));
            }
        }
    }
}
