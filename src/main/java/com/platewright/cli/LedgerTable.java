// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.ledger.Entry;
import com.platewright.ledger.Ledger;
import com.platewright.ledger.Spent;
import com.platewright.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Purchases added up by one of their traits. Those of the sandbox stand apart: play money is never added to money.
 *
 * @param groups by the kind of money ({@code money}, {@code play money}), then by the trait
 */
record LedgerTable(By by, Map<String, Map<String, List<Entry>>> groups) {
    private static final String MONEY = "money";
    private static final String PLAY = "play money";

    /** What to add up by. */
    enum By {
        SHOW,
        SHOT,
        DAY,
        OPERATION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String of(Entry entry, ZoneId zone) {
            return switch (this) {
                case SHOW -> entry.order().shot().show();
                case SHOT -> entry.order().shot().toString();
                case DAY -> day(entry, zone).toString();
                case OPERATION -> entry.order().item().operation();
            };
        }
    }

    /** A span of days, both included. */
    record Days(Optional<LocalDate> from, Optional<LocalDate> to) {
        private boolean hold(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && to.filter(day::isAfter).isEmpty();
        }

        String words() {
            return from.map(d -> " from " + d).orElse("")
                    + to.map(d -> " to " + d).orElse("");
        }
    }

    static LedgerTable of(List<Entry> entries, By by, Days days, ZoneId zone) {
        Map<String, Map<String, List<Entry>>> groups = new TreeMap<>();
        for (Entry entry : entries) {
            if (days.hold(day(entry, zone))) {
                groups.computeIfAbsent(entry.order().playMoney() ? PLAY : MONEY, kind -> new TreeMap<>())
                        .computeIfAbsent(by.of(entry, zone), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        return new LedgerTable(by, groups);
    }

    private static LocalDate day(Entry entry, ZoneId zone) {
        return entry.ordered().atZone(zone).toLocalDate();
    }

    /** Columns for a person. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        groups.forEach((kind, rows) -> {
            List<List<String>> cells = new ArrayList<>();
            cells.add(List.of(
                    by.word(), "purchases", "estimated", "charged", "unconfirmed", "may cost", "unpriced", "refused"));
            rows.forEach((key, entries) -> cells.add(cells(key, Spent.of(entries))));
            cells.add(cells("total", Spent.of(all(rows))));
            lines.add(kind.equals(PLAY) ? "play money of the sandbox, in USD" : "money, in USD");
            cells.forEach(row -> lines.add(aligned(row, cells)));
        });
        return lines;
    }

    private static List<String> cells(String key, Spent spent) {
        return List.of(
                key,
                Integer.toString(spent.purchases()),
                cents(spent.estimated()),
                spent.knowsCharge() ? cents(spent.charged()) : "-",
                Integer.toString(spent.unconfirmed()),
                spent.unconfirmed() == 0 ? "-" : cents(spent.mayCost()),
                Integer.toString(spent.unpriced()),
                Integer.toString(spent.refused()));
    }

    /** The first column to the left, numbers to the right. */
    private static String aligned(List<String> row, List<List<String>> cells) {
        StringBuilder line = new StringBuilder(" ");
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            int width =
                    cells.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
            line.append(' ').append(String.format(Locale.ROOT, "%" + (i == 0 ? "-" : "") + width + "s", row.get(i)));
            line.append(i < row.size() - 1 ? " " : "");
        }
        return line.toString();
    }

    private static String cents(BigDecimal amount) {
        return new Money(amount, Ledger.CURRENCY).number();
    }

    private static List<Entry> all(Map<String, List<Entry>> rows) {
        return rows.values().stream().flatMap(List::stream).toList();
    }

    /** The same, for machines. An amount that nobody knows is null, never 0. */
    void put(ObjectNode root) {
        root.put("by", by.word()).put("currency", "USD");
        for (String kind : List.of(MONEY, PLAY)) {
            Map<String, List<Entry>> rows = groups.getOrDefault(kind, Map.of());
            ObjectNode node = root.putObject(kind.replace(' ', '_'));
            put(Spent.of(all(rows)), node.putObject("total"));
            ArrayNode array = node.putArray("rows");
            rows.forEach(
                    (key, entries) -> put(Spent.of(entries), array.addObject().put(by.word(), key)));
        }
    }

    private static void put(Spent spent, ObjectNode node) {
        node.put("purchases", spent.purchases())
                .put("estimated", spent.estimated())
                .put("charged", spent.knowsCharge() || spent.purchases() == 0 ? spent.charged() : null)
                .put("unconfirmed", spent.unconfirmed())
                .put("may_cost", spent.mayCost())
                .put("unpriced", spent.unpriced())
                .put("refused", spent.refused());
    }
}
