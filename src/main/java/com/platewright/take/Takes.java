// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.element.ElementFolder;
import com.platewright.files.Digest;
import com.platewright.provider.TaskId;
import com.platewright.shot.ShotId;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The last take that anything is known of; empty before the first. */
    public Optional<Take> latest() {
        List<Take> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Every take that anything is known of, in the order of their numbers. */
    public List<Take> all() {
        List<Take> all = new ArrayList<>();
        for (Take take = take(1); Files.exists(take.journal()); take = take(take.number() + 1)) {
            all.add(take);
        }
        return all;
    }

    /** The take to work on: the latest, or the first. */
    public Take current() {
        return latest().orElseGet(() -> take(1));
    }

    /** The take after the latest. */
    public Take next() {
        return take(latest().map(Take::number).orElse(0) + 1);
    }

    private Take take(int number) {
        UUID task = TaskId.of(intent, shot, number);
        return new Take(intent, number, task, element.take(task));
    }
}
