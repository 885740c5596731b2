// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.money.Money;
import com.platewright.shot.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One clip of a comparison.
 *
 * @param name by which it is picked, such as {@code 2.1}
 * @param task that it was bought with
 * @param renditions of that task, which share its charge
 * @param charged for the whole task; empty where it is not known
 * @param picture the file name of its contact row, beside the sheet
 * @param measures of every frame
 */
public record Contender(
        String name,
        String task,
        int renditions,
        Optional<Money> charged,
        String picture,
        Resolution size,
        List<FrameMeasure> measures,
        boolean picked) {
    public Contender {
        measures = List.copyOf(measures);
    }

    /** What was paid, in words. */
    public String price() {
        return charged.map(Money::toString).orElse("charge not known")
                + (renditions > 1 ? " for " + renditions + " together" : "");
    }

    /** The highest sample of any channel of any frame. */
    public double peak() {
        return channels().mapToDouble(ChannelMeasure::peak).max().orElse(0);
    }

    /** The share of samples above 1.0, from 0 to 1. */
    public double aboveOne() {
        return channels().mapToDouble(ChannelMeasure::shareAboveOne).average().orElse(0);
    }

    /** The share of samples below zero, from 0 to 1. */
    public double negative() {
        return channels().mapToDouble(ChannelMeasure::shareNegative).average().orElse(0);
    }

    /** Samples that are no finite numbers. */
    public long broken() {
        return channels().mapToLong(c -> c.nan() + c.infinite()).sum();
    }

    /** Frames that hold the same pixels as the one before. */
    public long repeated() {
        long count = 0;
        for (int i = 1; i < measures.size(); i++) {
            count += measures.get(i).pixels() == measures.get(i - 1).pixels() ? 1 : 0;
        }
        return count;
    }

    private Stream<ChannelMeasure> channels() {
        return measures.stream().flatMap(m -> m.channels().stream());
    }
}
