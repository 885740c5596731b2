// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.DebianTool;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooseFramesTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(10, 2000, 10_000);

    @TempDir
    Path folder;

    @Test
    void folderOfFramesIsRead() throws Exception {
        Files.write(folder.resolve("f.1001.exr"), ZipBytes.exr(1));
        Files.createSymbolicLink(
                folder.resolve("f.1002.exr"), Files.write(folder.resolve("elsewhere"), ZipBytes.exr(2)));
        Files.createDirectory(folder.resolve("sub.exr"));
        Files.writeString(folder.resolve(".DS_Store"), "");
        try (FrameArchive frames = FrameArchive.open(folder, LIMITS)) {
            assertThat(frames.frames().range()).hasToString("1001-1002");
            assertThat(frames.ignored()).isEqualTo(new Ignored(1, 1, List.of("elsewhere")));
            ByteBuffer second = frames.read(frames.frames().list().get(1), ByteBuffer.allocate(0));
            assertThat(second.isDirect()).isTrue();
            assertThat(second).isEqualTo(ByteBuffer.wrap(ZipBytes.exr(2)));
        }
    }

    @Test
    void singleFileIsASequenceOfOneWhateverItsNameEndsIn() throws Exception {
        Path file = Files.write(folder.resolve("clip_exr.zip"), ZipBytes.exr(3));
        try (FrameArchive frames = FrameArchive.open(file, LIMITS)) {
            assertThat(frames.frames().count()).isOne();
            assertThat(frames.read(frames.frames().list().get(0), ByteBuffer.allocate(0)))
                    .isEqualTo(ByteBuffer.wrap(ZipBytes.exr(3)));
        }
    }

    @Test
    void fileThatChangedSinceItWasListedIsDamaged() throws Exception {
        Path file = Files.write(folder.resolve("f.1001.exr"), ZipBytes.exr(1));
        try (FrameArchive frames = FrameArchive.open(folder, LIMITS)) {
            Files.write(file, ZipBytes.exr(9));
            assertThatThrownBy(() -> frames.read(frames.frames().list().get(0), ByteBuffer.allocate(0)))
                    .hasMessageContaining("frame 1001 (\"f.1001.exr\"): expected 301 bytes, found 309");
        }
    }

    @Test
    void whatIsNoArchiveIsToldByItsFirstBytes() throws Exception {
        assertRefused(
                "<!DOCTYPE html>\n<title>Link expired</title>", "found a web page: \"<!DOCTYPE html> <title>Link");
        assertRefused("{\"errors\":[]}", "(76 2f 31 01), found \"{\"errors\":[]}\"");
        assertRefused("", "found an empty file");
        assertRefused("\1\2\3\4", "found 01 02 03 04");
    }

    @Test
    void pipeIsNotWaitedFor() {
        DebianTool.run(folder, "mkfifo", "f.1.exr");
        assertThatThrownBy(() -> FrameArchive.open(folder.resolve("f.1.exr"), LIMITS))
                .isInstanceOf(ArchiveException.class);
        assertThatThrownBy(() -> FrameArchive.open(folder, LIMITS)).isInstanceOf(ArchiveException.class);
    }

    @Test
    void limitsHoldForFilesToo() throws Exception {
        Files.write(folder.resolve("f.1.exr"), new byte[2001]);
        assertThatThrownBy(() -> FrameArchive.open(folder, LIMITS)).hasMessageContaining("at most 2000 bytes");
    }

    private void assertRefused(String content, String words) throws Exception {
        Path file = Files.writeString(folder.resolve("clip.zip"), content);
        assertThatThrownBy(() -> FrameArchive.open(file, LIMITS))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(words);
    }
}
