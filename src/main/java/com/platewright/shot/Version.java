// SPDX-License-Identifier: Apache-2.0
package com.platewright.shot;

/** A version of a shot's plate, counted from 1. */
public record Version(int number) implements Comparable<Version> {
    public Version {
        if (number < 1) {
            throw new IllegalArgumentException("versions are counted from 1, not " + number);
        }
    }

    /** The name of the version, such as {@code v001} with a padding of 3 digits. */
    public String label(int padding) {
        String digits = Integer.toString(number);
        return "v" + "0".repeat(Math.max(0, padding - digits.length())) + digits;
    }

    @Override
    public int compareTo(Version other) {
        return Integer.compare(number, other.number);
    }
}
