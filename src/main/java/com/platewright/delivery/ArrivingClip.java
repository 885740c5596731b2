// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.archive.ArchiveLimits;
import com.platewright.archive.ArrivingFrames;
import com.platewright.frame.Picture;
import com.platewright.media.ExrHeader;
import com.platewright.media.exr.ExrReader;
import com.platewright.media.movie.MovieOutlines;
import com.platewright.pass.FrameSource;
import com.platewright.pass.SourceFrame;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import com.platewright.take.Clip;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A clip of EXR frames that is still being fetched. How many there will be is guessed from its movie. {@link #end} waits for
 * the whole archive and refuses what was made if that holds anything else than was read.
 */
final class ArrivingClip implements ClipSource {
    private final Clip.Arriving clip;
    private final ArchiveLimits limits;
    private final ArrivingFrames coming;
    private final ArchiveFrames frames;
    private final ExrHeader header;
    private Optional<ArchiveClip> whole = Optional.empty();

    private ArrivingClip(Clip.Arriving clip, ArchiveLimits limits, ArrivingFrames coming)
            throws IOException, InterruptedException {
        this.clip = clip;
        this.limits = limits;
        this.coming = coming;
        int count = MovieOutlines.of(clip.film()).frames();
        this.frames = ArchiveFrames.of(coming, clip.archive(), count);
        this.header = frames.header();
    }

    /** Waits for the first frame. */
    static ArrivingClip open(Clip.Arriving clip, ArchiveLimits limits) throws IOException, InterruptedException {
        ArrivingFrames coming = ArrivingFrames.open(clip.arrival(), limits);
        try {
            return new ArrivingClip(clip, limits, coming);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            coming.close();
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
        return ArchiveClip.hasAlpha(header);
    }

    @Override
    public Optional<Delivered.Displayed> displayed() {
        return Optional.empty();
    }

    @Override
    public void end() throws IOException, InterruptedException {
        ArchiveClip proved = ArchiveClip.open(clip.arrival().whole(), limits);
        whole = Optional.of(proved);
        coming.requireSame(proved.archive());
    }

    @Override
    public Delivered.Source facts(FrameRange range, List<SourceFrame> found) {
        return whole.orElseThrow(() -> new IllegalStateException("the archive is not here yet"))
                .facts(range, found);
    }

    @Override
    public void close() throws IOException {
        try {
            if (whole.isPresent()) {
                whole.get().close();
            }
        } finally {
            coming.close();
        }
    }
}
