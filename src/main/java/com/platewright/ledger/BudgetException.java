// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import java.util.List;

/** A cap or the approval gate refused a purchase before anything was sent. Every reason is named. */
public final class BudgetException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> reasons;

    public BudgetException(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
