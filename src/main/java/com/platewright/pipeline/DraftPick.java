// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.element.ElementFolder;
import com.platewright.money.Money;
import com.platewright.plan.Estimate;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.take.Choice;
import com.platewright.take.Choices;
import java.io.IOException;
import java.util.Optional;

/** Which draft of a request was picked, and whether the show wants one to be before it buys the clip in full. */
final class DraftPick {
    private DraftPick() {}

    /** The picked draft; empty where none was, for drafts themselves and for imports. */
    static Optional<Choice> of(ShotPlan plan) throws IOException {
        Optional<Source.Draft> drafts = plan.generated().flatMap(Source.Generated::draft);
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        ElementFolder element = new ElementFolder(
                drafts.get().element(), plan.show().numbering().versionPadding());
        return new Choices(element, drafts.get().digest().hex()).picked();
    }

    /** Why the clip in full must not be bought yet. */
    static Optional<String> refusal(ShotPlan plan) throws IOException {
        Optional<Source.Draft> drafts = plan.generated().flatMap(Source.Generated::draft);
        if (!plan.show().draft().first() || drafts.isEmpty() || of(plan).isPresent()) {
            return Optional.empty();
        }
        Estimate estimate = drafts.get().estimate();
        return Optional.of("This show buys nothing in full before a draft of the same request was picked (draft.first),"
                + " and none was. Nothing was sent. Run it with --draft"
                + estimate.money().map(DraftPick::about).orElse("")
                + ", look at `compare --draft` and `pick --draft`; the clip in full is then another generation of the"
                + " same request, not the draft's pixels.");
    }

    private static String about(Money price) {
        return " (about " + price + ")";
    }
}
