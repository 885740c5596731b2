// SPDX-License-Identifier: Apache-2.0
package com.platewright.money;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param currency ISO 4217, such as {@code USD}
 */
public record Money(BigDecimal amount, String currency) {
    /** With cents, such as {@code 0.90 USD}. */
    @Override
    public String toString() {
        return number() + " " + currency;
    }

    /** The amount alone, such as {@code 0.90}. */
    public String number() {
        return amount.setScale(Math.max(2, amount.scale())).toPlainString();
    }
}
