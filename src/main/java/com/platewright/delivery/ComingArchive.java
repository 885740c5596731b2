// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.archive.ArchiveLimits;
import com.platewright.archive.ArrivingFrames;
import com.platewright.archive.FrameArchive;
import com.platewright.media.movie.MovieOutlines;
import com.platewright.take.Clip;
import java.io.IOException;
import java.util.Optional;

/** An archive that is still being fetched. How many frames it will hold is guessed from the movie beside it. */
final class ComingArchive implements ArchiveClip.Origin {
    private final Clip.Arriving clip;
    private final ArchiveLimits limits;
    private final ArrivingFrames coming;
    private Optional<FrameArchive> whole = Optional.empty();

    private ComingArchive(Clip.Arriving clip, ArchiveLimits limits, ArrivingFrames coming) {
        this.clip = clip;
        this.limits = limits;
        this.coming = coming;
    }

    /** Waits for the first bytes. */
    static ComingArchive open(Clip.Arriving clip, ArchiveLimits limits) throws IOException, InterruptedException {
        return new ComingArchive(clip, limits, ArrivingFrames.open(clip.arrival(), limits));
    }

    @Override
    public ArchiveFrames frames() throws IOException {
        int count = MovieOutlines.of(clip.film()).frames();
        return ArchiveFrames.of(coming, clip.archive(), count);
    }

    @Override
    public long rest() {
        return clip.arrival().rest();
    }

    @Override
    public FrameArchive whole() throws IOException, InterruptedException {
        FrameArchive archive = FrameArchive.open(clip.arrival().whole(), limits);
        whole = Optional.of(archive);
        coming.requireSame(archive);
        return archive;
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
