// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

/**
 * The first line of a journal.
 *
 * @param tool version of the program that began it; for people, not compared
 * @param purpose what it is about, such as show, sequence and shot
 * @param digest of all that must be the same for its results to count; text of any form
 */
public record JournalHeader(String tool, String purpose, String digest) {
    static final int FORMAT = 1;
    static final String TYPE = "journal";
}
