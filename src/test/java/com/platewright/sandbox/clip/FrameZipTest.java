// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.clip;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.sandbox.Tool;
import com.platewright.sandbox.clip.ClipQuirks.Damage;
import com.platewright.sandbox.clip.ClipQuirks.Names;
import com.platewright.sandbox.clip.ClipQuirks.ZipQuirks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive and its quirks, with unzip, OpenEXR's tools and OpenImageIO as witnesses. */
class FrameZipTest {
    private static final int FRAMES = 4;

    @TempDir
    private static Path folder;

    private static ClipFolder clip;

    @BeforeAll
    static void makeFrames() throws Exception {
        clip = ClipFolder.create(folder.resolve("clip"));
        for (int i = 0; i < FRAMES; i++) {
            Tool.run(
                    "oiiotool",
                    "--pattern",
                    "noise:type=uniform:seed=" + i,
                    "320x256",
                    "3",
                    "-d",
                    "half",
                    "--compression",
                    "dwab:45",
                    "-o",
                    clip.frame(i).toString());
        }
    }

    @Test
    void framesAreStoredInOrderAsTheyAre() throws Exception {
        FrameZip.write(clip, FRAMES, ZipQuirks.NONE);
        Tool.run("unzip", "-tq", clip.archive().toString());
        try (ZipFile zip = new ZipFile(clip.archive().toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            assertThat(entries.stream().map(ZipEntry::getName))
                    .containsExactly("frame_0000.exr", "frame_0001.exr", "frame_0002.exr", "frame_0003.exr");
            for (int i = 0; i < FRAMES; i++) {
                assertThat(entries.get(i).getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(zip.getInputStream(entries.get(i)).readAllBytes())
                        .isEqualTo(Files.readAllBytes(clip.frame(i)));
            }
        }
    }

    @Test
    void theSameFramesGiveTheSameBytes() throws Exception {
        FrameZip.write(clip, FRAMES, ZipQuirks.NONE);
        byte[] first = Files.readAllBytes(clip.archive());
        FrameZip.write(clip, FRAMES, ZipQuirks.NONE);
        assertThat(Files.readAllBytes(clip.archive())).isEqualTo(first);
    }

    @Test
    void namesFoldersNumbersAndJunkVary() throws Exception {
        Names names = new Names(Optional.of("shot/exr"), Optional.of("clip."), OptionalInt.of(1001), OptionalInt.of(6));
        FrameZip.write(
                clip, 2, new ZipQuirks(Optional.of(names), true, true, Optional.empty(), false, OptionalInt.empty()));
        Tool.run("unzip", "-tq", clip.archive().toString());
        try (ZipFile zip = new ZipFile(clip.archive().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "shot/exr/.DS_Store",
                            "__MACOSX/shot/exr/._clip.001001.exr",
                            "shot/exr/clip.001001.exr",
                            "shot/exr/clip.001002.exr");
            assertThat(zip.stream().map(ZipEntry::getMethod)).containsOnly(ZipEntry.DEFLATED);
        }
    }

    @Test
    void aMissingFrameLeavesAGap() throws Exception {
        write(new Damage(OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()));
        try (ZipFile zip = new ZipFile(clip.archive().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("frame_0000.exr", "frame_0002.exr", "frame_0003.exr");
        }
    }

    @Test
    void aTruncatedFrameFitsItsCrcButDoesNotDecode() throws Exception {
        write(new Damage(OptionalInt.empty(), OptionalInt.of(2), OptionalInt.empty(), OptionalInt.empty()));
        Tool.run("unzip", "-tq", clip.archive().toString());
        Path frame = extracted("frame_0002.exr");
        assertThat(Tool.tried("oiiotool", frame.toString(), "-o", frame + ".again.exr")
                        .exit())
                .isNotZero();
    }

    @Test
    void aFlippedBitIsSeenByTheCrcOnly() throws Exception {
        write(new Damage(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(3), OptionalInt.empty()));
        Tool.Result test = Tool.tried("unzip", "-tq", clip.archive().toString());
        assertThat(test.exit()).isNotZero();
        assertThat(test.output()).contains("frame_0003.exr").contains("bad CRC");
    }

    @Test
    void anUnseenBitIsSeenByNobodyButThePixels() throws Exception {
        write(new Damage(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(3)));
        Tool.run("unzip", "-tq", clip.archive().toString());
        byte[] damaged = Files.readAllBytes(extracted("frame_0003.exr"));
        byte[] sound = Files.readAllBytes(clip.frame(3));
        assertThat(damaged).hasSameSizeAs(sound);
        int at = Arrays.mismatch(damaged, sound);
        assertThat(at).isGreaterThan(sound.length / 2);
        assertThat(Integer.bitCount(damaged[at] ^ sound[at])).isEqualTo(1);
    }

    @Test
    void aTrapLeadsOutOfTheFolderOrBlowsUp() throws Exception {
        FrameZip.write(
                clip, 1, new ZipQuirks(Optional.empty(), false, false, Optional.empty(), true, OptionalInt.of(64)));
        assertThat(Files.size(clip.archive())).isLessThan(2_000_000);
        try (ZipFile zip = new ZipFile(clip.archive().toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            assertThat(entries.get(1).getName()).isEqualTo("../outside.exr");
            assertThat(entries.get(2).getSize()).isEqualTo(64L << 20);
        }
        Tool.run("unzip", "-tq", clip.archive().toString());
    }

    private static void write(Damage damage) throws Exception {
        FrameZip.write(
                clip,
                FRAMES,
                new ZipQuirks(Optional.empty(), false, false, Optional.of(damage), false, OptionalInt.empty()));
    }

    private static Path extracted(String name) throws Exception {
        Path file = Files.createTempDirectory(folder, "out").resolve(name);
        try (ZipFile zip = new ZipFile(clip.archive().toFile())) {
            Files.write(file, zip.getInputStream(zip.getEntry(name)).readAllBytes());
        }
        return file;
    }
}
