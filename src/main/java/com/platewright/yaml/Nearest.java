// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The nearest of the words, if it is near enough to be a slip: about one slip in three characters. */
    public static Optional<String> to(String written, Collection<String> words) {
        int most = Math.max(1, written.length() / 3);
        return words.stream()
                .filter(word -> slips(written, word) <= most)
                .min(Comparator.comparingInt(word -> slips(written, word)));
    }

    /** The words, nearest first; equally near ones in alphabetical order. */
    public static List<String> first(String written, Collection<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt((String word) -> slips(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * How many characters were left out, put in, changed or swapped with their neighbour (optimal string alignment).
     * Case and the choice of dash, underscore or blank cost nothing.
     */
    static int slips(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(lower.length(), 64)).replaceAll("[-_ ]", "_");
    }
}
