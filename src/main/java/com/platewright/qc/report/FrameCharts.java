// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static com.platewright.qc.Wording.number;
import static com.platewright.qc.Wording.percent;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.qc.Limits;
import com.platewright.qc.Wording;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.report.Chart.Point;
import com.platewright.qc.report.Scale.Tick;
import com.platewright.shot.FrameRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The charts of one sequence: peak, share above 1.0, negatives. */
final class FrameCharts {
    /** Points that a chart can show apart; longer sequences show the highest of a few frames in each. */
    static final int POINTS = 400;

    private final FrameSet set;
    private final List<FrameMeasure> measures;
    private final Limits limits;

    FrameCharts(FrameSet set, Limits limits) {
        this.set = set;
        this.measures = set.measures();
        this.limits = limits;
    }

    void write(Markup m) {
        peak(m);
        aboveOne(m);
        negative(m);
    }

    private void peak(Markup m) {
        double highest = highest(ChannelMeasure::peak);
        double lowest = measures.stream()
                .flatMap(f -> f.channels().stream())
                .mapToDouble(ChannelMeasure::peak)
                .filter(p -> p > 0)
                .min()
                .orElse(1);
        heading(
                m,
                "Peak",
                "the highest sample of each channel, on a logarithmic scale; 1.0 is diffuse white",
                frame(ChannelMeasure::peak, Wording::number));
        new Chart(
                        id("peak"),
                        "Peak of red, green and blue by frame, up to " + number(highest),
                        Scale.logarithmic(lowest, highest),
                        points(ChannelMeasure::peak, Wording::number),
                        Optional.of(new Tick(1, "white")))
                .draw(m);
    }

    private void aboveOne(Markup m) {
        double highest = highest(ChannelMeasure::shareAboveOne);
        if (highest == 0) {
            nothing(m, "Above 1.0", "No sample of any frame is above 1.0.");
            return;
        }
        heading(
                m,
                "Above 1.0",
                "share of each channel's samples",
                frame(ChannelMeasure::shareAboveOne, Wording::percent));
        new Chart(
                        id("above"),
                        "Share of samples above 1.0 by frame, up to " + percent(highest),
                        Scale.percent(highest),
                        points(ChannelMeasure::shareAboveOne, Wording::percent),
                        Optional.empty())
                .draw(m);
    }

    private void negative(Markup m) {
        double highest = highest(ChannelMeasure::shareNegative);
        if (highest == 0) {
            nothing(m, "Negative", "No sample of any frame is negative.");
            return;
        }
        boolean near = highest > limits.negativeShare() / 4;
        String limit = percent(limits.negativeShare());
        heading(
                m,
                "Negative",
                "share of each channel's samples; the show's limit is " + limit,
                frame(ChannelMeasure::shareNegative, Wording::percent));
        new Chart(
                        id("negative"),
                        "Share of negative samples by frame, up to " + percent(highest),
                        Scale.percent(near ? Math.max(highest, limits.negativeShare()) : highest),
                        points(ChannelMeasure::shareNegative, Wording::percent),
                        near ? Optional.of(new Tick(limits.negativeShare(), "limit")) : Optional.empty())
                .draw(m);
    }

    /** {@code highest 23.4 in frame 1044}. */
    private String frame(ToDoubleFunction<ChannelMeasure> of, Function<Double, String> text) {
        FrameMeasure most = measures.stream()
                .max(Comparator.comparingDouble((FrameMeasure f) -> highest(f, of))
                        .thenComparing(FrameMeasure::frame, Comparator.reverseOrder()))
                .orElseThrow();
        return "highest " + text.apply(highest(most, of)) + " in " + set.noun() + " " + most.frame();
    }

    private static void heading(Markup m, String title, String what, String most) {
        m.open("div", "class", "over")
                .leaf("h4", title)
                .leaf("p", what + "; " + most + ".")
                .close()
                .line();
    }

    private static void nothing(Markup m, String title, String sentence) {
        m.open("div", "class", "over")
                .leaf("h4", title)
                .leaf("p", sentence)
                .close()
                .line();
    }

    private String id(String chart) {
        return chart + "-" + set.noun().replace(' ', '-');
    }

    private List<Point> points(ToDoubleFunction<ChannelMeasure> of, Function<Double, String> text) {
        int each = (measures.size() + POINTS - 1) / POINTS;
        return IntStream.iterate(0, i -> i < measures.size(), i -> i + each)
                .mapToObj(i -> measures.subList(i, Math.min(i + each, measures.size())))
                .map(group -> point(group, of, text))
                .toList();
    }

    private static Point point(
            List<FrameMeasure> group, ToDoubleFunction<ChannelMeasure> of, Function<Double, String> text) {
        FrameRange frames =
                new FrameRange(group.get(0).frame(), group.get(group.size() - 1).frame());
        List<Double> rgb = IntStream.range(0, 3)
                .mapToObj(c -> group.stream()
                        .map(f -> of.applyAsDouble(f.channels().get(c)))
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .toList();
        boolean broken = group.stream().anyMatch(FrameCharts::isBroken);
        String title = (frames.count() == 1 ? "frame " + frames.first() : "frames " + frames) + "\nred "
                + text.apply(rgb.get(0)) + "\ngreen " + text.apply(rgb.get(1)) + "\nblue " + text.apply(rgb.get(2))
                + (broken ? "\nNaN or infinite samples" : "");
        return new Point(frames, rgb, broken, title);
    }

    private static boolean isBroken(FrameMeasure frame) {
        return frame.channels().stream().anyMatch(c -> c.nan() + c.infinite() > 0);
    }

    private double highest(ToDoubleFunction<ChannelMeasure> of) {
        return measures.stream().mapToDouble(f -> highest(f, of)).max().orElseThrow();
    }

    private static double highest(FrameMeasure frame, ToDoubleFunction<ChannelMeasure> of) {
        return frame.channels().stream().mapToDouble(of).max().orElseThrow();
    }
}
