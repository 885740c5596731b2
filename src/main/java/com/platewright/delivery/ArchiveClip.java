// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.archive.ArchiveLimits;
import com.platewright.archive.FrameArchive;
import com.platewright.archive.FrameEntry;
import com.platewright.frame.Picture;
import com.platewright.media.ExrHeader;
import com.platewright.media.exr.ExrReader;
import com.platewright.pass.FrameSource;
import com.platewright.pass.SourceFrame;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import com.platewright.take.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A clip of EXR frames, here or still coming. */
final class ArchiveClip implements ClipSource {
    private final Origin origin;
    private final ArchiveFrames frames;
    private final ExrHeader header;

    /** Where the frames come from. */
    interface Origin extends AutoCloseable {
        ArchiveFrames frames() throws IOException;

        /** Bytes that are still to come to the disk. */
        long rest();

        /**
         * The archive as a whole, proved to hold just those frames. May wait.
         *
         * @throws IOException if it holds others; what was read then does not count
         */
        FrameArchive whole() throws IOException, InterruptedException;

        @Override
        void close() throws IOException;
    }

    private ArchiveClip(Origin origin) throws IOException, InterruptedException {
        this.origin = origin;
        this.frames = origin.frames();
        this.header = frames.header();
    }

    static ArchiveClip open(Path file, ArchiveLimits limits) throws IOException, InterruptedException {
        return open(new Whole(FrameArchive.open(file, limits)));
    }

    /** Waits for the first frame. */
    static ArchiveClip open(Clip.Arriving clip, ArchiveLimits limits) throws IOException, InterruptedException {
        return open(ComingArchive.open(clip, limits));
    }

    private static ArchiveClip open(Origin origin) throws IOException, InterruptedException {
        try {
            return new ArchiveClip(origin);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            origin.close();
            throw e;
        }
    }

    /** An archive that is here. */
    private record Whole(FrameArchive whole) implements Origin {
        @Override
        public ArchiveFrames frames() {
            return ArchiveFrames.of(whole);
        }

        @Override
        public long rest() {
            return 0;
        }

        @Override
        public void close() throws IOException {
            whole.close();
        }
    }

    @Override
    public FrameSource frames() {
        return frames;
    }

    @Override
    public Resolution size() {
        return header.size();
    }

    @Override
    public Picture.Sample sample() {
        return ExrReader.sampleFor(header);
    }

    @Override
    public boolean alpha() {
        return header.channels().stream().anyMatch(c -> c.name().equals("A"));
    }

    @Override
    public Optional<Delivered.Displayed> displayed() {
        return Optional.empty();
    }

    @Override
    public long rest() {
        return origin.rest();
    }

    @Override
    public Delivered.Source end(FrameRange range, List<SourceFrame> found) throws IOException, InterruptedException {
        FrameArchive archive = origin.whole();
        return new Delivered.Source(
                String.valueOf(archive.source().getFileName()),
                header.size(),
                range,
                archive.frames().list().stream().map(FrameEntry::number).toList(),
                archive.frames().gaps(),
                archive.ignored().others(),
                found,
                Optional.empty());
    }

    @Override
    public void close() throws IOException {
        origin.close();
    }
}
