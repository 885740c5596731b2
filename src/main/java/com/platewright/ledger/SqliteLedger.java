// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * A ledger in one SQLite file. It uses the rollback journal and not the write-ahead log, which needs memory that all its
 * users share and so cannot lie on network storage (https://sqlite.org/wal.html); each write is on the disk when the call
 * returns ({@code synchronous=FULL}). Whoever writes holds the file for milliseconds; others wait.
 */
public final class SqliteLedger implements Ledger {
    /** The form of the table, in SQLite's user_version; 0 means that the file was never filled. */
    private static final int FORMAT = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What the journals tell, for a ledger that is new. */
    public interface History {
        List<Entry> entries() throws IOException;
    }

    private interface Work<E extends Exception> {
        void run() throws SQLException, E;
    }

    private final Path file;
    private final Connection connection;
    private final PurchaseRows rows;

    private SqliteLedger(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.rows = new PurchaseRows(connection);
    }

    /**
     * Opens a ledger. A file that is not there is made, and filled from the journals before anybody else sees it, so that
     * nobody gains a new budget by removing it.
     *
     * @throws IOException what the journals or the disk had to say
     */
    public static SqliteLedger open(Path file, History history) throws IOException {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
        } catch (IOException e) {
            throw trouble(file, e);
        }
        SqliteLedger ledger = connect(file, true);
        try {
            ledger.settle(history);
            return ledger;
        } catch (IOException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** Opens a ledger to be read; empty if there is none. Makes no file. */
    public static Optional<Ledger> find(Path file) throws LedgerException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SqliteLedger ledger = connect(file, false);
        try {
            if (ledger.isFilled()) {
                return Optional.of(ledger);
            }
        } catch (LedgerException e) {
            ledger.close();
            throw e;
        }
        ledger.close();
        return Optional.empty();
    }

    private static SqliteLedger connect(Path file, boolean create) throws LedgerException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        if (!create) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            return new SqliteLedger(file, source.getConnection());
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    private boolean isFilled() throws LedgerException {
        try (Statement ask = connection.createStatement();
                ResultSet answer = ask.executeQuery("PRAGMA user_version")) {
            int format = answer.next() ? answer.getInt(1) : 0;
            if (format > FORMAT) {
                throw new LedgerException(
                        "The ledger " + file + " has form " + format + ", and this release knows form " + FORMAT
                                + ". Use the release that made it.",
                        null);
            }
            return format == FORMAT;
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    private void settle(History history) throws IOException {
        if (isFilled()) {
            return;
        }
        this.<IOException>atOnce(() -> {
            if (!isFilled()) { // by somebody who came first
                rows.create();
                for (Entry entry : history.entries()) {
                    rows.put(entry);
                }
                execute("PRAGMA user_version = " + FORMAT);
            }
        });
    }

    @Override
    public void reserve(Order order, Caps caps) throws BudgetException, LedgerException {
        Instant now = now();
        this.<BudgetException>atOnce(() -> {
            Optional<Entry> before = rows.find(order.task());
            if (before.isPresent()
                    && before.get().state() != State.RESERVED
                    && before.get().state() != State.REFUSED) {
                return;
            }
            List<String> breaches = caps.breaches(order, caps.spent(order, rows.all(), now));
            if (!breaches.isEmpty()) {
                throw new BudgetException(breaches);
            }
            rows.put(Entry.reserved(order, now));
        });
    }

    @Override
    public void sent(UUID task) throws LedgerException {
        change(task, State.SENT, Optional.empty(), "");
    }

    @Override
    public void confirm(UUID task, Optional<BigDecimal> charged, boolean whole) throws LedgerException {
        change(task, State.bought(charged, whole), charged, "");
    }

    @Override
    public void release(UUID task, String why) throws LedgerException {
        change(task, State.REFUSED, Optional.empty(), why);
    }

    @Override
    public void fail(UUID task, String why) throws LedgerException {
        change(task, State.FAILED, Optional.empty(), why);
    }

    @Override
    public void doubt(UUID task, String why) throws LedgerException {
        change(task, State.UNKNOWN, Optional.empty(), why);
    }

    @Override
    public void restore(List<Entry> told) throws LedgerException {
        this.<LedgerException>atOnce(() -> {
            for (Entry entry : told) {
                rows.put(entry);
            }
        });
    }

    @Override
    public void heal(String element, List<Entry> told) throws LedgerException {
        Set<UUID> known = told.stream().map(e -> e.order().task()).collect(Collectors.toSet());
        Instant now = now();
        this.<LedgerException>atOnce(() -> {
            for (Entry entry : told) {
                rows.put(entry);
            }
            for (Entry entry : rows.all()) {
                boolean ours = entry.order().element().equals(element);
                if (ours
                        && entry.state() == State.RESERVED
                        && !known.contains(entry.order().task())) {
                    rows.put(entry.in(State.REFUSED, Optional.empty(), now, "never sent: the run ended before"));
                }
            }
        });
    }

    @Override
    public List<Entry> entries() throws LedgerException {
        try {
            return rows.all();
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    @Override
    public void close() throws LedgerException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    private void change(UUID task, State state, Optional<BigDecimal> charged, String why) throws LedgerException {
        this.<LedgerException>atOnce(() -> {
            Entry before = rows.find(task)
                    .orElseThrow(() -> new LedgerException(
                            "The ledger " + file + " has no row of task " + task
                                    + ". `platewright ledger --rebuild` fills it from the journals.",
                            null));
            rows.put(before.in(state, charged, now(), why));
        });
    }

    /** Does all of it, or nothing; nobody else writes meanwhile. */
    private <E extends Exception> void atOnce(Work<E> work) throws E, LedgerException {
        try {
            execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                work.run();
                execute("COMMIT");
                done = true;
            } finally {
                if (!done) {
                    execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static LedgerException trouble(Path file, Exception e) {
        return new LedgerException(
                "The ledger " + file + " cannot be used: " + e.getMessage()
                        + ". Check its folder's mode and the room on its disk. A ledger that is damaged is moved away by"
                        + " hand; the next run makes a new one from the journals.",
                e);
    }
}
