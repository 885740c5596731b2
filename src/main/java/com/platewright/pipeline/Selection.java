// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.element.ElementFolder;
import com.platewright.element.Versions;
import com.platewright.plan.ShotPlan;
import com.platewright.take.Choice;
import com.platewright.take.Choices;
import com.platewright.take.Take;
import com.platewright.take.TakeLog;
import com.platewright.take.TakeStanding;
import com.platewright.take.Takes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Which take of a request a run works on, and which of its clips. An import has none. */
final class Selection {
    private final Optional<Takes> takes;
    private final Optional<Choices> choices;
    private final Versions versions;

    Selection(ShotPlan plan, ElementFolder element) {
        this.takes = plan.generated().map(g -> new Takes(element, plan.shot(), g.digest()));
        this.choices = plan.generated().map(g -> new Choices(element, g.digest().hex()));
        this.versions = new Versions(element);
    }

    /** Every take that anything is known of. */
    List<Take> all() {
        return takes.map(Takes::all).orElse(List.of());
    }

    /** The take that was picked, or else the last one that was bought, or else the first to buy. */
    Optional<Take> working() throws IOException {
        Optional<Choice> picked = picked();
        if (picked.isPresent()) {
            Optional<Take> take = all().stream()
                    .filter(t -> t.number() == picked.get().take())
                    .findFirst();
            if (take.isPresent()) {
                return take;
            }
        }
        return latest();
    }

    /** Which clip of a take is delivered, counted from 1. */
    int rendition(Optional<Take> take) throws IOException {
        Optional<Choice> picked = picked();
        boolean ofThis = picked.isPresent()
                && take.isPresent()
                && take.get().number() == picked.get().take();
        return ofThis ? picked.get().rendition() : 1;
    }

    /** The take to work on where another one is wished for: another, once the last is used up and its end was told. */
    Optional<Take> another(Progress progress) throws IOException {
        Optional<Take> latest = latest();
        if (latest.isEmpty() || !isUsedUp(latest.get())) {
            return latest;
        }
        if (!Takes.isTold(latest.get())) {
            progress.at(
                    Step.GENERATE,
                    1,
                    "take " + latest.get().number() + " has ended and nobody was told yet;"
                            + " nothing new is bought before that");
            return latest;
        }
        return Optional.of(takes.orElseThrow().next());
    }

    /** Notes that a take has been bought: it is what is delivered now, whatever was picked before. */
    void bought(Take take) throws IOException {
        Optional<Choice> picked = picked();
        if (picked.isPresent() && picked.get().take() != take.number()) {
            choices.orElseThrow().forget();
        }
    }

    /** Notes that whoever asked has been told how the last take ended. */
    void told() throws IOException {
        Optional<Take> latest = latest();
        if (latest.isPresent() && isUsedUp(latest.get())) {
            Takes.told(latest.get());
        }
    }

    private Optional<Take> latest() throws IOException {
        return takes.isPresent() ? Optional.of(takes.get().current()) : Optional.empty();
    }

    private Optional<Choice> picked() throws IOException {
        return choices.isPresent() ? choices.get().picked() : Optional.empty();
    }

    /** Whether a version was published of a take, or none can be. */
    private boolean isUsedUp(Take take) throws IOException {
        return versions.usesTake(TakeStanding.of(take).task()) || TakeLog.isOver(take);
    }
}
