// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.files.StorageException;
import com.platewright.journal.Journal;
import com.platewright.journal.JournalException;
import com.platewright.journal.JournalRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a take stands by its journal, read beside whoever works on it.
 *
 * @param task the id under which it was bought, or will be; another shot's where its take was taken over
 * @param since when it came to stand so; empty before anything was written down
 * @param charged in US dollars; empty where it is not known
 * @param said the sentence with which the service refused or failed it
 */
public record TakeStanding(
        Take take,
        String task,
        State state,
        Optional<Instant> since,
        Optional<BigDecimal> charged,
        Optional<String> said) {
    /** How far a take has come. */
    public enum State {
        /** Never sent. */
        PLANNED,
        /** Sent or about to be: it may be at the service, which may have charged it. */
        SENT,
        /** The service did not take it; nothing was charged. */
        REFUSED,
        /** The service took it and failed it for good. */
        FAILED,
        /** Nobody can tell whether the service took it, or charged it. */
        LOST,
        /** The service has made it. */
        BOUGHT,
        /** It is on this storage, proved. */
        FETCHED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads a take's journal; a take without one is planned. */
    public static TakeStanding of(Take take) throws JournalException, StorageException {
        List<JournalRecord> records = Journal.read(take.journal());
        Optional<Bought> bought = Journal.finished(take.journal(), TakeLog.generate(take), Bought.class);
        boolean here = Journal.finished(take.journal(), TakeLog.fetch(take), Fetched.class)
                .filter(new TakeFiles(take)::areThere)
                .isPresent();
        State state = State.PLANNED;
        Optional<Instant> since = Optional.empty();
        Optional<String> said = Optional.empty();
        for (JournalRecord record : records) {
            State next = after(state, record, here);
            if (next != state) {
                since = Optional.of(record.at());
                said = record.text(TakeLog.MESSAGE);
                state = next;
            }
        }
        String task = bought.map(Bought::task).orElse(take.task().toString());
        return new TakeStanding(take, task, state, since, bought.flatMap(Bought::charged), said);
    }

    private static State after(State state, JournalRecord record, boolean here) {
        boolean fetch = record.text("step").equals(Optional.of("fetch"));
        return switch (record.type()) {
            case "begin" -> fetch || state == State.BOUGHT ? state : State.SENT;
            case TakeLog.UNSENT -> State.PLANNED;
            case TakeLog.REFUSED -> State.REFUSED;
            case TakeLog.FAILED -> State.FAILED;
            case TakeLog.LOST -> State.LOST;
            case "done" -> !fetch ? State.BOUGHT : here ? State.FETCHED : state;
            default -> state;
        };
    }
}
