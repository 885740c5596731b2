// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.archive.ArchiveLimits;
import com.platewright.frame.Picture;
import com.platewright.pass.FrameSource;
import com.platewright.pass.SourceFrame;
import com.platewright.plan.ShotPlan;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import com.platewright.show.ShowConfig;
import com.platewright.take.Clip;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The clip that a delivery is made of, opened. */
interface ClipSource extends AutoCloseable {
    /**
     * Opens whichever kind a clip is.
     *
     * @param threads that a movie's decoder may use
     */
    static ClipSource open(ShotPlan plan, Clip clip, int threads) throws IOException, InterruptedException {
        ShowConfig show = plan.show();
        ShowConfig.Archive limits = show.archive();
        ArchiveLimits most = new ArchiveLimits(limits.entries(), limits.entryBytes(), limits.totalBytes());
        if (clip instanceof Clip.Frames frames) {
            return ArchiveClip.open(frames.archive(), most);
        }
        if (clip instanceof Clip.Arriving arriving) {
            return ArchiveClip.open(arriving, most);
        }
        return MovieClip.open(clip.movie().orElseThrow(), show, threads);
    }

    FrameSource frames();

    Resolution size();

    Picture.Sample sample();

    /** Whether plates get an alpha. */
    boolean alpha();

    /** How a movie is read that came alone; empty for frames. */
    Optional<Delivered.Displayed> displayed();

    /** Bytes of the clip that are still to come to the disk. */
    long rest();

    /**
     * Called when every frame was read: whether that was all, and all of it counts. May wait.
     *
     * @return the clip as it came
     */
    Delivered.Source end(FrameRange range, List<SourceFrame> frames) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
