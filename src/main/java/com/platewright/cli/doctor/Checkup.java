// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param what the thing, in a word or two
 * @param found a clause
 * @param remedy what to do about it; empty where nothing is to be done
 */
public record Checkup(Grade grade, String what, String found, String remedy) {
    /** How it is. */
    public enum Grade {
        OK("ok"),
        /** Work is possible, or will be when it is needed. */
        WARN("warn"),
        /** Something that is needed is missing. */
        FAIL("FAIL");

        private final String word;

        Grade(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static Checkup ok(String what, String found) {
        return new Checkup(Grade.OK, what, found, "");
    }

    public static Checkup warn(String what, String found, String remedy) {
        return new Checkup(Grade.WARN, what, found, remedy);
    }

    public static Checkup fail(String what, String found, String remedy) {
        return new Checkup(Grade.FAIL, what, found, remedy);
    }

    @Override
    public String toString() {
        return String.format("%-5s %-12s %s", grade.word(), what, found) + (remedy.isEmpty() ? "" : ". " + remedy);
    }
}
