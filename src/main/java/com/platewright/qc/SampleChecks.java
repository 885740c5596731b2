// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static com.platewright.qc.Wording.count;
import static com.platewright.qc.Wording.number;
import static com.platewright.qc.Wording.percent;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Whether samples are numbers that a compositor can work with. */
final class SampleChecks {
    private SampleChecks() {}

    static Answer nan(Evidence evidence) {
        return none(
                evidence,
                ChannelMeasure::nan,
                "no NaN",
                "NaN",
                "A filter or a blend spreads it to its neighbours: repair the frames, or generate a new take.");
    }

    static Answer infinite(Evidence evidence) {
        return none(
                evidence,
                ChannelMeasure::infinite,
                "no infinity",
                "infinite samples",
                "They turn into NaN in most operations: repair the frames, or generate a new take.");
    }

    static Answer ceiling(Evidence evidence) {
        return none(
                evidence,
                ChannelMeasure::atCeiling,
                "none at 65504",
                "samples at 65504 or beyond",
                "That is the largest half: highlights are cut off there. If they are small, clamp them in comp and set"
                        + " this check to warn; if not, generate a new take.");
    }

    static Answer negative(Evidence evidence, Limits limits) {
        return each(evidence, m -> isNegative(m, limits), hits -> {
            FrameMeasure most = worst(hits, m -> highest(m, ChannelMeasure::shareNegative));
            FrameMeasure deepest = worst(hits, m -> -lowest(m));
            String found = "up to " + percent(highest(most, ChannelMeasure::shareNegative)) + " of "
                    + channel(most, ChannelMeasure::shareNegative) + " (frame " + most.frame() + "), lowest "
                    + number(lowest(deepest)) + " in " + channel(deepest, c -> -c.lowest()) + " (frame "
                    + deepest.frame() + ")";
            return new Fault(
                    hits.where(),
                    "at most " + percent(limits.negativeShare()) + " of a channel, none below "
                            + number(limits.negativeLowest()),
                    found,
                    "There are negative samples in " + hits.where() + ": " + found
                            + ". A few are colours outside the space's primaries and are kept as they are; this many, or"
                            + " this deep, show in a key or a grade. Look at them before the plate is used, or compress"
                            + " the gamut in comp.");
        });
    }

    private static boolean isNegative(FrameMeasure measure, Limits limits) {
        return highest(measure, ChannelMeasure::shareNegative) > limits.negativeShare()
                || lowest(measure) < (float) limits.negativeLowest();
    }

    private static Answer none(
            Evidence evidence, ToLongFunction<ChannelMeasure> of, String expected, String what, String remedy) {
        return each(evidence, m -> total(m, of) > 0, hits -> {
            FrameMeasure worst = worst(hits, m -> total(m, of));
            String samples = count(total(worst, of), "sample") + " ("
                    + Wording.channels(worst, c -> count(of.applyAsLong(c))) + ")";
            String at = hits.bad().size() == 1 ? samples : "most in frame " + worst.frame() + ", " + samples;
            return new Fault(
                    hits.where(),
                    expected,
                    hits.share() + ": " + at,
                    "There are " + what + " in " + hits.where() + ": " + at + ". " + remedy);
        });
    }

    private static Answer each(Evidence evidence, Predicate<FrameMeasure> bad, Function<Hits, Fault> tell) {
        return Hits.answer(evidence, set -> set.measures().stream().filter(bad).toList(), tell);
    }

    private static FrameMeasure worst(Hits hits, ToDoubleFunction<FrameMeasure> by) {
        return hits.bad().stream()
                .max(Comparator.comparingDouble(by).thenComparing(FrameMeasure::frame, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** The channel that has most of something. */
    private static String channel(FrameMeasure measure, ToDoubleFunction<ChannelMeasure> of) {
        List<String> names = List.of("red", "green", "blue");
        int most = IntStream.range(0, names.size())
                .reduce((a, b) -> of.applyAsDouble(measure.channels().get(b))
                                > of.applyAsDouble(measure.channels().get(a))
                        ? b
                        : a)
                .orElseThrow();
        return names.get(most);
    }

    private static long total(FrameMeasure measure, ToLongFunction<ChannelMeasure> of) {
        return measure.channels().stream().mapToLong(of).sum();
    }

    private static double highest(FrameMeasure measure, ToDoubleFunction<ChannelMeasure> of) {
        return measure.channels().stream().mapToDouble(of).max().orElse(0);
    }

    private static float lowest(FrameMeasure measure) {
        return (float) measure.channels().stream()
                .mapToDouble(ChannelMeasure::lowest)
                .min()
                .orElse(0);
    }
}
