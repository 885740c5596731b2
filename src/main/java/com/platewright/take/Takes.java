// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.element.ElementFolder;
import com.platewright.files.Digest;
import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import com.platewright.journal.JournalException;
import com.platewright.provider.TaskId;
import com.platewright.shot.ShotId;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The takes of one intent in one shot. Their ids follow from their numbers, so none can be lost. */
public final class Takes {
    private final ElementFolder element;
    private final ShotId shot;
    private final String intent;

    public Takes(ElementFolder element, ShotId shot, Digest intent) {
        this.element = element;
        this.shot = shot;
        this.intent = intent.hex();
    }

    /** Every take that anything is known of, in the order of their numbers. */
    public List<Take> all() {
        List<Take> all = new ArrayList<>();
        for (Take take = take(1); Files.exists(take.journal()); take = take(take.number() + 1)) {
            all.add(take);
        }
        return all;
    }

    /**
     * The take to work on: the last that may have reached the service, or the first. A later one that was only prepared, or
     * was refused, is no purchase; to buy it needs the word of whoever pays once more.
     */
    public Take current() throws JournalException, StorageException {
        Take current = take(1);
        for (Take take : all()) {
            if (TakeLog.wasSent(take)) {
                current = take;
            }
        }
        return current;
    }

    /** The take after that one. */
    public Take next() throws JournalException, StorageException {
        return take(current().number() + 1);
    }

    /** Whether whoever asked for a take has been told how it ended. */
    public static boolean isTold(Take take) {
        return Files.exists(take.told());
    }

    /**
     * Notes that whoever asked for a take has been told how it ended. Until then, a wish for another take may be the same
     * wish, repeated because the run that fulfilled it was killed before it could say so.
     */
    public static void told(Take take) throws StorageException {
        if (!isTold(take)) {
            Durable.write(take.told(), new byte[0]);
        }
    }

    private Take take(int number) {
        UUID task = TaskId.of(intent, shot, String.valueOf(element.folder().getFileName()), number);
        return new Take(intent, number, task, element.take(task));
    }
}
