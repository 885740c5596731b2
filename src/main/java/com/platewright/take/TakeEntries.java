// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.files.StorageException;
import com.platewright.journal.Journal;
import com.platewright.journal.JournalException;
import com.platewright.journal.JournalRecord;
import com.platewright.ledger.Entry;
import com.platewright.ledger.Order;
import com.platewright.ledger.State;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the journals of takes say of money. Takes that were never sent cost nothing and are left out. */
public final class TakeEntries {
    private static final String PRIVATE = ".platewright";
    private static final String TAKES = "takes";

    private TakeEntries() {}

    /** The purchases of one element. */
    public static List<Entry> of(Path element) throws JournalException, StorageException {
        Path takes = element.resolve(PRIVATE).resolve(TAKES);
        return Files.isDirectory(takes) ? below(takes) : List.of();
    }

    /** The purchases of all elements below a folder. */
    public static List<Entry> below(Path root) throws JournalException, StorageException {
        List<Entry> entries = new ArrayList<>();
        for (Path journal : journals(root)) {
            entry(journal).ifPresent(entries::add);
        }
        return entries;
    }

    private static List<Path> journals(Path root) throws StorageException {
        List<Path> journals = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                /** File servers keep copies of everything under hidden names such as .snapshot: those are the past. */
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    boolean others = name.startsWith(".") && !name.equals(PRIVATE) && !folder.equals(root);
                    return others ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                /** A folder that is closed to whoever buys for the show holds no journal of a purchase. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof AccessDeniedException && !file.equals(root)) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path takes = file.resolveSibling("..").normalize();
                    if (file.endsWith("journal.jsonl") && takes.endsWith(Path.of(PRIVATE, TAKES))) {
                        journals.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw StorageException.of("look for journals below", root, e);
        }
        return journals;
    }

    private static Optional<Entry> entry(Path journal) throws JournalException, StorageException {
        Optional<Order> order = Optional.empty();
        Optional<Entry> entry = Optional.empty();
        for (JournalRecord record : Journal.read(journal)) {
            Optional<Order> told = record.value(TakeLog.ORDER, Order.class);
            order = told.isPresent() ? told : order;
            if (order.isPresent()) {
                Instant since = entry.map(Entry::ordered).orElse(record.at());
                entry = after(entry, order.get(), record, since);
            }
        }
        return entry;
    }

    private static Optional<Entry> after(Optional<Entry> before, Order order, JournalRecord record, Instant since)
            throws JournalException {
        boolean fetch = record.text("step").equals(Optional.of("fetch"));
        if (fetch) {
            return before;
        }
        String said = record.text(TakeLog.MESSAGE).orElse("");
        return switch (record.type()) {
            case "begin" -> Optional.of(entry(order, State.SENT, since, record, ""));
            case TakeLog.REFUSED, TakeLog.UNSENT -> Optional.of(entry(order, State.REFUSED, since, record, said));
            case TakeLog.FAILED -> Optional.of(entry(order, State.FAILED, since, record, said));
            case TakeLog.LOST -> Optional.of(entry(order, State.UNKNOWN, since, record, said));
            case "done" -> {
                Optional<Bought> bought = record.value("result", Bought.class);
                boolean ours = bought.filter(b -> b.task().equals(order.task().toString()))
                        .isPresent();
                yield ours ? bought.map(b -> entry(order, b, since, record)) : before; // another shot's, taken over
            }
            default -> before;
        };
    }

    private static Entry entry(Order order, Bought bought, Instant since, JournalRecord record) {
        State state = State.bought(bought.charged(), !bought.lacksClips());
        return new Entry(order, state, bought.charged(), since, record.at(), "");
    }

    private static Entry entry(Order order, State state, Instant since, JournalRecord record, String said) {
        return new Entry(order, state, Optional.empty(), since, record.at(), said);
    }
}
