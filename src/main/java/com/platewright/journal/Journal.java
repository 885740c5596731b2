// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The open journal of a shot, for the one run that holds its lease. Safe for the threads of that run; a step is begun and
 * finished by one of them.
 */
public final class Journal implements Closeable {
    /** Work that a step stands for. */
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private static final String BEGIN = "begin";
    private static final String DONE = "done";
    private static final String RESULT = "result";

    private final Path file;
    private final FileOutputStream out;
    private final long fence;
    private final Clock clock;
    private final List<JournalRecord> records;
    private long sound;
    private long length;
    private long next;
    private boolean broken;

    private Journal(Path file, JournalFile found, long fence, Clock clock) throws IOException {
        this.file = file;
        this.fence = Math.max(fence, found.lastFence());
        this.clock = clock;
        this.records = new ArrayList<>(found.records());
        this.sound = found.sound();
        this.length = found.length();
        this.next = found.nextNumber();
        this.out = new FileOutputStream(file.toFile(), true);
    }

    /**
     * Opens a journal, or begins one if there is none.
     *
     * @param fence of the lease under which this run writes. If somebody removed the lease and it counts from 1 again,
     *     the journal's own last fence is used: its new lines must not look like those of a replaced owner
     * @throws JournalException if it is damaged, or its purpose or digest is not that of {@code header}
     */
    public static Journal open(Path file, JournalHeader header, long fence) throws JournalException, StorageException {
        return open(file, header, fence, Clock.systemUTC());
    }

    static Journal open(Path file, JournalHeader header, long fence, Clock clock)
            throws JournalException, StorageException {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            if (!Files.exists(file)) {
                begin(file, header, fence, clock);
            }
            JournalFile found = JournalFile.read(file);
            if (!found.header().purpose().equals(header.purpose())
                    || !found.header().digest().equals(header.digest())) {
                throw new JournalException("The journal " + file + " is of "
                        + found.header().purpose() + " with digest "
                        + found.header().digest() + ", expected " + header.purpose() + " with " + header.digest()
                        + ". Its results are those of another request; give this one a folder of its own.");
            }
            return new Journal(file, found, fence, clock);
        } catch (JournalException | StorageException e) {
            throw e;
        } catch (IOException e) {
            throw StorageException.of("open the journal", file, e);
        }
    }

    /** The records of a journal that is not opened and may be another's; none if there is no file. */
    public static List<JournalRecord> read(Path file) throws JournalException, StorageException {
        return Files.exists(file) ? JournalFile.read(file).records() : List.of();
    }

    /** All records, oldest first. */
    public synchronized List<JournalRecord> records() {
        return List.copyOf(records);
    }

    /**
     * Writes one record and returns when it is on the disk.
     *
     * @param fields values of records, lists, maps, texts, numbers, Optional and relative paths; never a secret
     */
    public synchronized JournalRecord append(String type, Map<String, ?> fields)
            throws JournalException, StorageException {
        ObjectNode values = JournalJson.fields(fields);
        JournalRecord record =
                new JournalRecord(next, clock.instant().truncatedTo(ChronoUnit.MILLIS), fence, type, values);
        byte[] line = JournalJson.line(record);
        requireAlone();
        try {
            cutTornLine();
            out.write(line);
            out.getFD().sync();
        } catch (IOException e) {
            broken = true;
            throw StorageException.of("append to the journal", file, e);
        }
        length += line.length;
        sound = length;
        requireAlone();
        records.add(record);
        next++;
        return record;
    }

    /** The result of a step that was finished, in this run or one before. */
    public synchronized <T> Optional<T> finished(Step step, Class<T> result) throws JournalException {
        return finished(file, records, step, result);
    }

    /** The result of a step that was finished, by a journal that is not opened and may be another's. */
    public static <T> Optional<T> finished(Path file, Step step, Class<T> result)
            throws JournalException, StorageException {
        return finished(file, read(file), step, result);
    }

    private static <T> Optional<T> finished(Path file, List<JournalRecord> records, Step step, Class<T> result)
            throws JournalException {
        Optional<JsonNode> found = last(records, DONE, step).flatMap(record -> record.value(RESULT));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JournalJson.value(found.get(), result));
        } catch (JournalException e) {
            throw new JournalException(
                    "The journal " + file + " has a result of step " + step.name() + " that this version cannot read: "
                            + e.getMessage() + ". Finish this shot with the version that began it.",
                    e);
        }
    }

    /** The beginning of a step that was not finished since, with its facts: what a killed run left behind. */
    public synchronized Optional<JournalRecord> unfinished(Step step) {
        Optional<JournalRecord> done = last(DONE, step);
        return last(BEGIN, step)
                .filter(begin -> done.map(end -> end.number() < begin.number()).orElse(true));
    }

    public void begin(Step step) throws JournalException, StorageException {
        Map<String, Object> fields = fields(step);
        fields.putAll(step.facts());
        append(BEGIN, fields);
    }

    public void finish(Step step, Object result) throws JournalException, StorageException {
        Map<String, Object> fields = fields(step);
        fields.put(RESULT, result);
        append(DONE, fields);
    }

    /**
     * Does a step once: returns the recorded result if there is one, or else records the beginning, works, and records the
     * result before it returns it. If the work throws, the step stays unfinished.
     */
    public <T, E extends Exception> T once(Step step, Class<T> result, Work<T, E> work)
            throws E, JournalException, StorageException {
        Optional<T> before = finished(step, result);
        if (before.isPresent()) {
            return before.get();
        }
        begin(step);
        T fresh = work.run();
        finish(step, fresh);
        return fresh;
    }

    @Override
    public void close() throws StorageException {
        try {
            out.close();
        } catch (IOException e) {
            throw StorageException.of("close the journal", file, e);
        }
    }

    private static void begin(Path file, JournalHeader header, long fence, Clock clock) throws StorageException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", JournalHeader.FORMAT);
        fields.put("tool", header.tool());
        fields.put("purpose", header.purpose());
        fields.put("digest", header.digest());
        JournalRecord first = new JournalRecord(
                0,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                fence,
                JournalHeader.TYPE,
                JournalJson.fields(fields));
        try {
            Durable.createNew(file, JournalJson.line(first));
        } catch (FileAlreadyExistsException e) {
            return; // begun by another in this moment; it is read next
        }
    }

    private static Map<String, Object> fields(Step step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Step.NAME, step.name());
        fields.put(Step.INPUT, step.input());
        return fields;
    }

    private Optional<JournalRecord> last(String type, Step step) {
        return last(records, type, step);
    }

    private static Optional<JournalRecord> last(List<JournalRecord> records, String type, Step step) {
        return records.stream().filter(record -> record.isOf(type, step)).reduce((earlier, later) -> later);
    }

    private void cutTornLine() throws IOException {
        if (sound < length) {
            try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
                whole.setLength(sound);
                whole.getFD().sync();
            }
            length = sound;
        }
    }

    /** Notices a second writer before and after each line; its own check would notice this one. */
    private void requireAlone() throws JournalException, StorageException {
        long found;
        try {
            found = Files.size(file);
        } catch (IOException e) {
            throw StorageException.of("look at the journal", file, e);
        }
        if (broken || found != length) {
            broken = true;
            throw new JournalException(
                    "The journal " + file + " was written by another process or failed before: expected " + length
                            + " bytes, found " + found + ". Nothing more is written; run the same command again.");
        }
    }
}
