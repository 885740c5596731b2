// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import java.util.Locale;

/** How far a shot has come. */
public enum Status {
    PLANNED,
    /** At the provider, finished or not; not yet here. */
    PENDING,
    FETCHED,
    DELIVERED,
    VERIFIED,
    PUBLISHED,
    REJECTED,
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
