// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.platewright.provider.Deadline;
import com.platewright.provider.ProviderError;
import java.time.Duration;
import java.util.Optional;

/** The waits between repetitions of one call, up to a deadline; each is logged, so that a long one is not a riddle. */
final class Retries {
    private static final System.Logger LOG = System.getLogger(Retries.class.getPackageName());

    /**
     * Why a call has to be repeated.
     *
     * @param said what happened, as a clause
     * @param error the service's, if it gave one
     * @param asked how long the service wants to be left alone
     */
    record Setback(String said, Optional<ProviderError> error, Optional<Duration> asked) {
        static Setback of(Verdict verdict, Reply reply) {
            return new Setback(verdict.said(), verdict.error(), reply.retryAfter());
        }

        static Setback of(UnansweredException e) {
            return new Setback(e.said(), Optional.empty(), Optional.empty());
        }
    }

    private final RunwareSettings settings;
    private final Deadline deadline;
    private int tried;

    Retries(RunwareSettings settings, Deadline deadline) {
        this.settings = settings;
        this.deadline = deadline;
    }

    /** Waits before the next try; false, at once, if the deadline leaves no room for one. */
    boolean pause(Setback setback) throws InterruptedException {
        Duration wait = settings.retry().retry(tried++, setback.asked());
        if (wait.compareTo(deadline.left()) >= 0) {
            return false;
        }
        LOG.log(
                System.Logger.Level.INFO,
                "The service did not answer as hoped (" + setback.said() + "); trying again in "
                        + Math.max(1, wait.toSeconds()) + " s");
        settings.time().sleep(wait);
        return true;
    }
}
