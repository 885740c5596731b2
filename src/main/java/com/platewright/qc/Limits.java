// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

/**
 * The numbers behind the checks, as a show sets them under {@code limits}.
 *
 * @param negativeShare of all samples of a channel that may be negative, 0 to 1
 * @param negativeLowest the lowest sample that is tolerated
 * @param outsideShare of a movie's samples that may lie outside the legal range, 0 to 1 (EBU R 103 tolerates 1 %)
 */
public record Limits(double negativeShare, double negativeLowest, double outsideShare) {
    public static final Limits DEFAULTS = new Limits(0.01, -0.1, 0.01);

    public Limits {
        if (!(negativeShare >= 0 && negativeShare <= 1 && outsideShare >= 0 && outsideShare <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1");
        }
    }
}
