// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a waiting client has gathered of one task over several answers, and whether that is all. */
final class Harvest {
    /** Answers without news after which an incomplete end is taken for the end. */
    private static final int SETTLED = 3;

    private final TaskWatch.Wanted wanted;
    private final int lastingly;
    private Results results = Results.NONE;
    private boolean running;
    private boolean unsure;
    private int withoutNews;

    /**
     * @param lastingly answers without news after which what is there is all, though the service never said that the rest
     *     failed
     */
    Harvest(TaskWatch.Wanted wanted, int lastingly) {
        this.wanted = wanted;
        this.lastingly = lastingly;
    }

    void take(TaskState state) {
        unsure = false;
        if (state instanceof TaskState.Running arriving) {
            running = !arriving.barren();
            unsure = arriving.barren();
            add(arriving.results());
        } else if (state instanceof TaskState.Finished finished) {
            running = false;
            add(finished.results());
        } else if (state instanceof TaskState.Failed failed) {
            running = false;
            unsure = !failed.sure();
            add(new Results(List.of(), failed.errors(), List.of(failed.evidence())));
        }
    }

    /**
     * Whether nothing more is to be expected: every rendition is there or has failed, each with the frames that were
     * bought; or something has failed and the service keeps to the same answer; or it keeps for long to an answer that is
     * no end.
     */
    boolean complete() {
        boolean accounted = results.renditions().size() + results.failures().size() >= wanted.results();
        boolean whole = !wanted.exr() || results.renditions().stream().allMatch(r -> r.has(Results.Kind.EXR));
        if (accounted && whole && !unsure) {
            return true;
        }
        boolean settled = !running && !unsure && withoutNews >= SETTLED;
        boolean lasting = !running && withoutNews >= lastingly;
        return lasting || (settled && (accounted || !results.failures().isEmpty()));
    }

    Results arrived() {
        return results;
    }

    /** The end of a complete harvest: what came, or the exception if nothing did. */
    Results outcome(UUID task) throws ProviderException {
        if (!results.renditions().isEmpty()) {
            return results;
        }
        if (results.failures().isEmpty()) {
            throw new ProviderException(
                    ProviderException.Kind.FAILED,
                    "The service says that task " + task
                            + " ended well, and names no file in any of its answers. Ask it"
                            + " for the clip or the money. A new take is a new charge.",
                    Optional.of(task),
                    Optional.empty(),
                    Optional.empty());
        }
        ProviderError error = results.failures().get(0);
        String remedy = error.meaning() == ProviderError.Meaning.SAFETY
                ? "Its moderation objects to the prompt, to an input or to the picture: change them."
                : "The same request may succeed as a new take.";
        throw new ProviderException(
                ProviderException.Kind.FAILED,
                "The service accepted task " + task + " and then failed it: " + error + ". " + remedy
                        + " A new take is a new charge; whether this one was charged, the service's account shows.",
                Optional.of(task),
                Optional.of(error),
                Optional.empty());
    }

    private void add(Results more) {
        Results sum = results.plus(more);
        boolean news = sum.renditions().size() != results.renditions().size()
                || sum.files().size() != results.files().size()
                || sum.failures().size() != results.failures().size();
        withoutNews = news || running ? 0 : withoutNews + 1; // a task that runs has no need to say anything new
        results = sum;
    }
}
