// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.shot.Severity;

/**
 * One thing that is not as it should be.
 *
 * @param check id of the check, such as {@code pixels.nan}
 * @param severity error or warn, as the show says
 * @param where file and frames
 * @param expected short, for a table
 * @param found short, for a table
 * @param message sentences that stand alone: what, where, how bad, and what a person can do
 */
public record Finding(String check, Severity severity, String where, String expected, String found, String message) {
    public Finding {
        if (severity == Severity.OFF) {
            throw new IllegalArgumentException(check + " is off and finds nothing");
        }
    }
}
