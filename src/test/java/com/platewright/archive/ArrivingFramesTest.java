// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips that come byte by byte, and what can be known of them before the last. */
class ArrivingFramesTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(100, 1 << 20, 1L << 20);
    private static final ByteBuffer NO_BUFFER = ByteBuffer.allocate(0);

    @TempDir
    private Path folder;

    private final Arrival arrival = new Arrival();

    private static ZipBytes clip() {
        return new ZipBytes()
                .add("exr/", new byte[0])
                .add("exr/clip.0001.exr", ZipBytes.exr(1))
                .add("exr/.DS_Store", new byte[7])
                .add("exr/clip.0002.exr", ZipBytes.exr(2), ZipBytes.Entry::deflate)
                .add("exr/clip.0003.exr", ZipBytes.exr(3));
    }

    private Path part() {
        return folder.resolve("clip.zip.part");
    }

    /** As many bytes are in the file as have arrived, as in a download. */
    private void arrive(byte[] zip, int count) throws Exception {
        Files.write(part(), Arrays.copyOf(zip, count));
        arrival.arrived(part(), count, OptionalLong.of(zip.length));
    }

    private ArrivingFrames all(ZipBytes zip) throws Exception {
        byte[] bytes = zip.build();
        arrive(bytes, bytes.length);
        return ArrivingFrames.open(arrival, LIMITS);
    }

    private static byte[] read(ArrivingFrames frames, int index) throws Exception {
        ByteBuffer read = frames.read(index, NO_BUFFER);
        byte[] bytes = new byte[read.remaining()];
        read.get(bytes);
        return bytes;
    }

    @Test
    void aFrameIsReadWithItsLastByteAndNotBefore() throws Exception {
        byte[] zip = clip().build();
        int end = new String(zip, StandardCharsets.ISO_8859_1).indexOf("exr/clip.0001.exr")
                + "exr/clip.0001.exr".length()
                + ZipBytes.exr(1).length;
        arrive(zip, end - 1);
        try (ArrivingFrames frames = ArrivingFrames.open(arrival, LIMITS)) {
            CompletableFuture<byte[]> first = CompletableFuture.supplyAsync(() -> {
                try {
                    return read(frames, 0);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> first.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            arrive(zip, end);
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(ZipBytes.exr(1));
            assertThat(frames.name(0)).isEqualTo("exr/clip.0001.exr");
        }
    }

    @Test
    void whatIsNoFrameIsPassedOverAndWhatWasReadIsInTheWhole() throws Exception {
        try (ArrivingFrames frames = all(clip());
                FrameArchive whole = FrameArchive.open(clip().writeTo(folder.resolve("clip.zip")), LIMITS)) {
            assertThatThrownBy(() -> frames.requireSame(whole)).isInstanceOf(ArrivalException.class);
            for (int i = 0; i < 3; i++) {
                assertThat(read(frames, i)).isEqualTo(ZipBytes.exr(i + 1));
            }
            assertThatCode(() -> frames.requireSame(whole)).doesNotThrowAnyException();
        }
    }

    @Test
    void aDirectoryThatNamesOtherFramesMakesItVoid() throws Exception {
        ZipBytes fewer = clip().add("exr/clip.0004.exr", ZipBytes.exr(4));
        try (ArrivingFrames frames = all(clip());
                FrameArchive whole = FrameArchive.open(fewer.writeTo(folder.resolve("clip.zip")), LIMITS)) {
            read(frames, 2);
            assertThatThrownBy(() -> frames.requireSame(whole)).hasMessageContaining("names other frames");
        }
    }

    @Test
    void headersThatLeaveTheLengthOpenCannotBeReadForward() throws Exception {
        ZipBytes open = new ZipBytes().add("a.1.exr", ZipBytes.exr(1), entry -> {
            entry.flags = entry.localFlags = LocalHeader.DESCRIPTOR_FLAG;
            entry.localSize = entry.localPackedSize = entry.localCrc = 0;
        });
        try (ArrivingFrames frames = all(open)) {
            assertThatThrownBy(() -> read(frames, 0)).hasMessageContaining("do not say how long");
        }
    }

    @Test
    void namesThatLeaveTheirFolderAreNotReadForward() throws Exception {
        try (ArrivingFrames frames = all(new ZipBytes().add("../a.1.exr", ZipBytes.exr(1)))) {
            assertThatThrownBy(() -> read(frames, 0)).hasMessageContaining("odd name");
        }
    }

    @Test
    void moreBytesThanTheLimitsAllowAreNotReadForward() throws Exception {
        ZipBytes large = new ZipBytes()
                .add("a.1.exr", ZipBytes.exr(1), entry -> entry.localSize = entry.localPackedSize = 2 << 20);
        try (ArrivingFrames frames = all(large)) {
            assertThatThrownBy(() -> read(frames, 0)).hasMessageContaining("more than the limits");
        }
    }

    @Test
    void framesOutOfTheirOrderAreNotReadForward() throws Exception {
        ZipBytes shuffled = new ZipBytes().add("a.10.exr", ZipBytes.exr(1)).add("a.2.exr", ZipBytes.exr(2));
        try (ArrivingFrames frames = all(shuffled)) {
            read(frames, 0);
            assertThatThrownBy(() -> read(frames, 1)).hasMessageContaining("not packed in their order");
        }
    }

    @Test
    void aFlippedBitIsFoundByItsChecksum() throws Exception {
        byte[] zip = clip().build();
        zip[200] ^= 1;
        arrive(zip, zip.length);
        try (ArrivingFrames frames = ArrivingFrames.open(arrival, LIMITS)) {
            assertThatThrownBy(() -> read(frames, 0)).isInstanceOf(ArchiveException.class);
        }
    }

    @Test
    void whoWaitsForAFrameThatDoesNotComeIsToldAtTheEnd() throws Exception {
        try (ArrivingFrames frames = all(clip())) {
            assertThatThrownBy(() -> read(frames, 3)).hasMessageContaining("fewer frames than expected");
        }
    }

    @Test
    void whoWaitsBehindTheLastByteIsToldWhenTheWholeIsProved() throws Exception {
        try (ArrivingFrames frames = all(new ZipBytes()
                .add("a.1.exr", ZipBytes.exr(1), entry -> entry.localSize = entry.localPackedSize = 1 << 16))) {
            arrival.proved(part());
            assertThatThrownBy(() -> read(frames, 0)).isInstanceOf(ArrivalException.class);
        }
    }

    @Test
    void fewerBytesThanBeforeMakeItVoid() throws Exception {
        byte[] zip = clip().build();
        arrive(zip, zip.length - 10);
        try (ArrivingFrames frames = ArrivingFrames.open(arrival, LIMITS)) {
            arrive(zip, 100);
            arrive(zip, zip.length);
            assertThatThrownBy(() -> read(frames, 0)).hasMessageContaining("from its beginning again");
            arrival.proved(part());
            assertThatThrownBy(arrival::whole).isInstanceOf(ArrivalException.class);
        }
    }
}
