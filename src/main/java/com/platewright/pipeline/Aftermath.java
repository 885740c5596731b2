// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.delivery.DamagedFramesException;
import com.platewright.files.Lease;
import com.platewright.files.StorageException;
import com.platewright.journal.JournalException;
import com.platewright.qc.Check;
import com.platewright.shot.ShotId;
import com.platewright.take.Clip;
import com.platewright.take.Take;
import com.platewright.take.TakeChangedException;
import com.platewright.take.TakeFiles;
import com.platewright.take.TakeLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What it means for a bought take that no version could be made of it. Only a take that the service made wrong may be
 * replaced by another for money; what this storage or the way from the service spoilt is fetched or made again.
 */
final class Aftermath {
    private final ShotId shot;
    private final String tool;
    private final Take take;
    private final Lease lease;

    Aftermath(ShotId shot, String tool, Take take, Lease lease) {
        this.shot = shot;
        this.tool = tool;
        this.take = take;
        this.lease = lease;
    }

    /**
     * The frames could not be read.
     *
     * @throws TakeChangedException this storage spoilt them; they are set aside
     */
    void unreadable(IOException why) throws TakeChangedException, JournalException, StorageException {
        try (TakeLog log = TakeLog.open(take, shot, tool, lease.fence())) {
            List<String> changed = new TakeFiles(take).setAsideChanged(log);
            if (!changed.isEmpty()) {
                TakeChangedException storage = new TakeChangedException(changed);
                storage.initCause(why);
                throw storage;
            }
            if (why instanceof DamagedFramesException) {
                log.unusable(String.valueOf(why.getMessage()));
            }
        }
    }

    /** The version was rejected. */
    void rejected(Outcome outcome, Clip clip) throws JournalException, StorageException {
        try (TakeLog log = TakeLog.open(take, shot, tool, lease.fence())) {
            TakeFiles files = new TakeFiles(take);
            boolean again = !files.setAsideChanged(log).isEmpty() || VersionRun.isOfTheDisk(outcome);
            if (clip.movie().isPresent() && isUndecodable(clip.movie().get(), outcome)) {
                // A movie has no checksum that fetching could look at. It may have suffered on the way, but not twice.
                again = !files.wasSetAside(clip.movie().get());
                files.setAside(clip.movie().get());
            }
            if (!again) {
                log.unusable(outcome.version().orElseThrow() + " was rejected");
            }
        }
    }

    private static boolean isUndecodable(Path movie, Outcome outcome) {
        return outcome.verdict().stream()
                .flatMap(verdict -> verdict.findings().stream())
                .filter(finding -> finding.check().equals(Check.FILE_DECODES.id()))
                .anyMatch(finding -> finding.where().equals(String.valueOf(movie.getFileName())));
    }
}
