// SPDX-License-Identifier: Apache-2.0
package com.platewright.ledger;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What purchases came to. Those that were refused are counted apart and cost nothing.
 *
 * @param purchases how many count
 * @param estimated the sum of the estimates that there are
 * @param charged the sum of the charges that are known
 * @param confirmed how many charges are known
 * @param mayCost the estimates of those whose charge is not known, less what of it is
 * @param unpriced how many have neither a charge nor an estimate: nothing can be said of their cost
 * @param refused how many were refused or never sent
 */
public record Spent(
        int purchases,
        BigDecimal estimated,
        BigDecimal charged,
        int confirmed,
        BigDecimal mayCost,
        int unpriced,
        int refused) {

    /** Adds up purchases; of one currency, and never play money with money. */
    public static Spent of(Collection<Entry> entries) {
        List<Entry> counted = entries.stream().filter(e -> e.state().counts()).toList();
        List<Entry> open = counted.stream().filter(Entry::isUnconfirmed).toList();
        return new Spent(
                counted.size(),
                sum(counted.stream().map(e -> e.order().estimate()).toList()),
                sum(counted.stream().map(Entry::charged).toList()),
                counted.size() - open.size(),
                sum(open.stream().map(Entry::mayCost).toList()),
                (int) open.stream().filter(e -> e.order().estimate().isEmpty()).count(),
                entries.size() - counted.size());
    }

    /** Whether any charge is known, of a whole purchase or of a part. */
    public boolean knowsCharge() {
        return confirmed > 0 || charged.signum() > 0;
    }

    /** How many purchases' charges are not known. */
    public int unconfirmed() {
        return purchases - confirmed;
    }

    /** What was spent or may have been. */
    public BigDecimal total() {
        return charged.add(mayCost);
    }

    private static BigDecimal sum(List<Optional<BigDecimal>> amounts) {
        return amounts.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
