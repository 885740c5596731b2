// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import com.platewright.journal.Journal;
import com.platewright.journal.JournalException;
import com.platewright.journal.JournalHeader;
import com.platewright.journal.JournalRecord;
import com.platewright.journal.Step;
import com.platewright.ledger.Order;
import com.platewright.shot.ShotId;
import java.io.Closeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The journal of a take, in the take's own words. Only for the owner of the shot's lease. */
public final class TakeLog implements Closeable {
    static final String REFUSED = "refused";
    static final String UNSENT = "unsent";
    static final String FAILED = "failed";
    static final String LOST = "lost";
    static final String ORDER = "order";
    static final String MESSAGE = "message";
    private static final String GENERATE = "generate";
    private static final String UNUSABLE = "unusable";

    private final Take take;
    private final Journal journal;
    private final Step generate;
    private final Step fetch;

    private TakeLog(Take take, Journal journal) {
        this.take = take;
        this.journal = journal;
        this.generate = generate(take).with("task_uuid", take.task().toString()).with("take", take.number());
        this.fetch = fetch(take);
    }

    static Step generate(Take take) {
        return new Step(GENERATE, take.intent());
    }

    static Step fetch(Take take) {
        return new Step("fetch", take.task().toString());
    }

    /**
     * Opens the journal of a take, or begins it.
     *
     * @param tool release of this program
     * @param fence of the lease
     */
    public static TakeLog open(Take take, ShotId shot, String tool, long fence)
            throws JournalException, StorageException {
        Durable.removeLeftovers(take.folder());
        Durable.removeLeftovers(take.downloads());
        JournalHeader header = new JournalHeader(tool, shot + " take " + take.number(), take.intent());
        return new TakeLog(take, Journal.open(take.journal(), header, fence));
    }

    /** Whether another take may be bought in a take's place, by its journal alone. */
    public static boolean isOver(Take take) throws JournalException, StorageException {
        List<JournalRecord> records = Journal.read(take.journal());
        boolean ended = has(records, FAILED) || has(records, UNUSABLE);
        return ended || (has(records, LOST) && !has(records, "done"));
    }

    /** Whether a take may have reached the service, by its journal alone. */
    static boolean wasSent(Take take) throws JournalException, StorageException {
        List<JournalRecord> records = Journal.read(take.journal());
        return sentAt(records).isPresent() || has(records, LOST);
    }

    private static boolean has(List<JournalRecord> records, String type) {
        return records.stream().anyMatch(r -> r.type().equals(type));
    }

    public Take take() {
        return take;
    }

    /** What the service made, if it has finished. */
    public Optional<Bought> bought() throws JournalException {
        return journal.finished(generate, Bought.class);
    }

    /** When the task was first about to be sent; empty if it never was, or was refused or surely not accepted since. */
    public Optional<Instant> sentAt() {
        return sentAt(journal.records());
    }

    private static Optional<Instant> sentAt(List<JournalRecord> records) {
        long refused = Stream.of(REFUSED, UNSENT)
                .flatMap(type -> last(records, type).stream())
                .mapToLong(JournalRecord::number)
                .max()
                .orElse(-1L);
        return records.stream()
                .filter(r -> r.type().equals("begin") && r.text("step").equals(Optional.of(GENERATE)))
                .filter(r -> r.number() > refused)
                .map(JournalRecord::at)
                .findFirst();
    }

    /** The sentence with which the service failed the task. */
    public Optional<String> failure() {
        return last(journal.records(), FAILED).flatMap(r -> r.text(MESSAGE));
    }

    /** The lines of the journal, for a person who has to decide. */
    public List<String> history() {
        return journal.records().stream()
                .map(r -> r.at() + " " + r.type()
                        + r.text("step").map(s -> " " + s).orElse(""))
                .toList();
    }

    /** From here on the task may be at the service. */
    void sending(Order order) throws JournalException, StorageException {
        journal.begin(generate.with(ORDER, order));
    }

    void refused(String message) throws JournalException, StorageException {
        journal.append(REFUSED, Map.of(MESSAGE, message));
    }

    /** Notes that it surely was not accepted, though nobody refused it: the service was busy or out of reach. */
    void unsent(String message) throws JournalException, StorageException {
        journal.append(UNSENT, Map.of(MESSAGE, message));
    }

    void failed(String message) throws JournalException, StorageException {
        journal.append(FAILED, Map.of(MESSAGE, message));
    }

    /** Notes that nobody can tell what became of it. */
    void lost(String message) throws JournalException, StorageException {
        journal.append(LOST, Map.of(MESSAGE, message));
    }

    /** Notes why nothing can be published of what came. The take stays the shot's: other rules may let it pass. */
    public void unusable(String why) throws JournalException, StorageException {
        if (!has(journal.records(), UNUSABLE)) {
            journal.append(UNUSABLE, Map.of(MESSAGE, why));
        }
    }

    void bought(Bought bought) throws JournalException, StorageException {
        journal.finish(generate, bought);
    }

    Optional<Fetched> fetched() throws JournalException {
        return journal.finished(fetch, Fetched.class);
    }

    void fetched(Fetched fetched) throws JournalException, StorageException {
        journal.finish(fetch, fetched);
    }

    @Override
    public void close() throws StorageException {
        journal.close();
    }

    private static Optional<JournalRecord> last(List<JournalRecord> records, String type) {
        return records.stream().filter(r -> r.type().equals(type)).reduce((earlier, later) -> later);
    }
}
