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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A clip of EXR frames. */
final class ArchiveClip implements ClipSource {
    private final FrameArchive archive;
    private final ArchiveFrames frames;
    private final ExrHeader header;

    private ArchiveClip(FrameArchive archive) throws IOException, InterruptedException {
        this.archive = archive;
        this.frames = ArchiveFrames.of(archive);
        this.header = frames.header();
    }

    static ArchiveClip open(Path file, ArchiveLimits limits) throws IOException, InterruptedException {
        FrameArchive archive = FrameArchive.open(file, limits);
        try {
            return new ArchiveClip(archive);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            archive.close();
            throw e;
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
        return hasAlpha(header);
    }

    static boolean hasAlpha(ExrHeader header) {
        return header.channels().stream().anyMatch(c -> c.name().equals("A"));
    }

    FrameArchive archive() {
        return archive;
    }

    @Override
    public Optional<Delivered.Displayed> displayed() {
        return Optional.empty();
    }

    @Override
    public void end() {
        // An archive's directory says how many frames it holds.
    }

    @Override
    public Delivered.Source facts(FrameRange range, List<SourceFrame> found) {
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
        archive.close();
    }
}
