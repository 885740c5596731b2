// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import com.platewright.shot.ShotId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The table of purchases. Amounts are decimal texts, so that no cent is lost; times are ISO 8601 in UTC. */
final class PurchaseRows {
    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS purchase (
              task TEXT PRIMARY KEY, show TEXT NOT NULL, sequence TEXT NOT NULL, shot TEXT NOT NULL,
              element TEXT NOT NULL, take INTEGER NOT NULL, provider TEXT NOT NULL, operation TEXT NOT NULL,
              model TEXT NOT NULL, request TEXT NOT NULL, estimate TEXT, approved TEXT,
              currency TEXT NOT NULL DEFAULT 'USD', state TEXT NOT NULL, charged TEXT,
              ordered_at TEXT NOT NULL, changed_at TEXT NOT NULL, note TEXT NOT NULL) STRICT""";

    private static final String COLUMNS =
            "task, show, sequence, shot, element, take, provider, operation, model, request,"
                    + " estimate, approved, state, charged, ordered_at, changed_at, note";

    private final Connection connection;

    PurchaseRows(Connection connection) {
        this.connection = connection;
    }

    void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }

    Optional<Entry> find(UUID task) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM purchase WHERE task = ?")) {
            select.setString(1, task.toString());
            return read(select).stream().findFirst();
        }
    }

    List<Entry> all() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM purchase ORDER BY ordered_at, task")) {
            return read(select);
        }
    }

    /** Writes a row, in place of the one of the same task. */
    void put(Entry entry) throws SQLException {
        Order order = entry.order();
        String marks = "?, ".repeat(16) + "?";
        try (PreparedStatement put = connection.prepareStatement(
                "INSERT OR REPLACE INTO purchase (" + COLUMNS + ") VALUES (" + marks + ")")) {
            put.setString(1, order.task().toString());
            put.setString(2, order.shot().show());
            put.setString(3, order.shot().sequence());
            put.setString(4, order.shot().shot());
            put.setString(5, order.element());
            put.setInt(6, order.take());
            put.setString(7, order.item().provider());
            put.setString(8, order.item().operation());
            put.setString(9, order.item().model());
            put.setString(10, order.item().request());
            amount(put, 11, order.estimate());
            amount(put, 12, order.approved());
            put.setString(13, entry.state().word());
            amount(put, 14, entry.charged());
            put.setString(15, entry.ordered().toString());
            put.setString(16, entry.changed().toString());
            put.setString(17, entry.note());
            put.executeUpdate();
        }
    }

    private static List<Entry> read(PreparedStatement select) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Order order = new Order(
                UUID.fromString(row.getString("task")),
                new ShotId(row.getString("show"), row.getString("sequence"), row.getString("shot")),
                row.getString("element"),
                row.getInt("take"),
                new Order.Item(
                        row.getString("provider"),
                        row.getString("operation"),
                        row.getString("model"),
                        row.getString("request")),
                amount(row, "estimate"),
                amount(row, "approved"));
        return new Entry(
                order,
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                amount(row, "charged"),
                Instant.parse(row.getString("ordered_at")),
                Instant.parse(row.getString("changed_at")),
                row.getString("note"));
    }

    private static void amount(PreparedStatement put, int index, Optional<BigDecimal> amount) throws SQLException {
        if (amount.isPresent()) {
            put.setString(index, amount.get().toPlainString());
        } else {
            put.setNull(index, java.sql.Types.VARCHAR);
        }
    }

    private static Optional<BigDecimal> amount(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(BigDecimal::new);
    }
}
