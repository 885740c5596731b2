// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may have meant by a name that does not exist. */
final class NearestNames {
    private static final int MOST = 3;

    private NearestNames() {}

    static String sentence(String name, List<String> known) {
        if (known.isEmpty()) {
            return "it has none";
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        List<String> nearest = known.stream()
                .sorted(Comparator.comparingInt(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .limit(MOST)
                .toList();
        return (known.size() > MOST ? "the nearest are " : "it has ")
                + nearest.stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", "));
    }

    /**
     * Letters to insert, remove or replace (Levenshtein). One name inside the other counts as near: people shorten names.
     */
    private static int distance(String a, String b) {
        if (b.contains(a) || a.contains(b)) {
            return Math.abs(a.length() - b.length()) / 8;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
