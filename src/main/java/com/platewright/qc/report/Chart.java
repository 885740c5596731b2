// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import com.platewright.qc.report.Scale.Tick;
import com.platewright.shot.FrameRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A chart of one figure over frames, a line for each channel, as SVG. Colours and dashes come from the style sheet. A frame
 * answers to the pointer with its number and figures.
 *
 * @param id of the SVG's title, unique in the page
 * @param summary what the chart shows, in words, for those who cannot see it
 * @param mark a value that is drawn as a line, with its label
 */
record Chart(String id, String summary, Scale scale, List<Point> points, Optional<Tick> mark) {
    static final int WIDTH = 960;
    private static final int HEIGHT = 210;
    private static final int LEFT = 64;
    private static final int RIGHT = WIDTH - 64;
    private static final int TOP = 12;
    private static final int BOTTOM = HEIGHT - 26;
    private static final List<String> CHANNELS = List.of("red", "green", "blue");

    /**
     * One place on the frame axis.
     *
     * @param frames one frame, or several that stand together
     * @param rgb the figure in red, green and blue
     * @param flagged whether there are samples that are no numbers
     * @param title what the pointer is told
     */
    record Point(FrameRange frames, List<Double> rgb, boolean flagged, String title) {
        private double middle() {
            return (frames.first() + (double) frames.last()) / 2;
        }

        private boolean comesBefore(Point next) {
            return frames.last() + 1 == next.frames.first();
        }
    }

    void draw(Markup m) {
        m.open("div", "class", "chart", "tabindex", "0", "role", "group", "aria-labelledby", id);
        m.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img");
        m.line().leaf("title", summary, "id", id).line();
        values(m);
        frames(m);
        mark.ifPresent(line -> marked(m, line));
        for (int channel = 0; channel < CHANNELS.size(); channel++) {
            m.empty("path", "class", "curve " + CHANNELS.get(channel), "d", curve(channel))
                    .line();
        }
        flags(m);
        pointer(m);
        m.close().close().line();
    }

    private void values(Markup m) {
        for (Tick tick : scale.ticks()) {
            String y = number(y(tick.value()));
            m.empty("line", "class", "grid", "x1", "" + LEFT, "x2", "" + RIGHT, "y1", y, "y2", y);
            m.leaf("text", tick.label(), "class", "value", "x", "" + (LEFT - 8), "y", y)
                    .line();
        }
    }

    /** The first and the last frame, and round numbers between them that keep their distance. */
    private void frames(Markup m) {
        int from = first();
        int to = last();
        frame(m, from);
        long step = Scale.frameStep((long) to - from + 1, 12);
        for (long at = (from / step + 1) * step; at < to; at += step) {
            int number = (int) at;
            if (x(number) - x(from) > 40 && x(to) - x(number) > 40) {
                frame(m, number);
            }
        }
        if (to > from) {
            frame(m, to);
        }
    }

    private void frame(Markup m, int frame) {
        String x = number(x(frame));
        m.empty("line", "class", "tick", "x1", x, "x2", x, "y1", "" + BOTTOM, "y2", "" + (BOTTOM + 4));
        m.leaf("text", "" + frame, "class", "frame", "x", x, "y", "" + (BOTTOM + 18))
                .line();
    }

    private void marked(Markup m, Tick line) {
        String y = number(y(line.value()));
        m.empty("line", "class", "mark", "x1", "" + LEFT, "x2", "" + RIGHT, "y1", y, "y2", y);
        m.leaf("text", line.label(), "class", "mark", "x", "" + (RIGHT + 6), "y", y)
                .line();
    }

    /** Frames that follow each other are joined; a gap stays open. */
    private String curve(int channel) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            boolean joined = i > 0 && points.get(i - 1).comesBefore(point);
            boolean joins = i + 1 < points.size() && point.comesBefore(points.get(i + 1));
            d.append(joined ? 'L' : 'M').append(number(x(point.middle())));
            d.append(' ').append(number(y(point.rgb().get(channel))));
            d.append(joined || joins ? "" : "m-3 0h6");
        }
        return d.toString();
    }

    private void flags(Markup m) {
        points.stream().filter(Point::flagged).forEach(p -> {
            String at = "M" + number(x(p.middle()) - 4) + " " + (TOP - 9) + "h8l-4 8z";
            m.empty("path", "class", "flag", "d", at).line();
        });
    }

    private void pointer(Markup m) {
        m.open("g", "class", "frames");
        for (Point point : points) {
            double left = x(point.frames().first() - 0.5);
            String width = number(Math.max(0.5, x(point.frames().last() + 0.5) - left));
            m.open("rect", "x", number(left), "y", "" + TOP, "width", width, "height", "" + (BOTTOM - TOP));
            m.leaf("title", point.title()).close().line();
        }
        m.close();
    }

    private int first() {
        return points.get(0).frames().first();
    }

    private int last() {
        return points.get(points.size() - 1).frames().last();
    }

    private double x(double frame) {
        double from = first() - 0.5;
        double to = last() + 0.5;
        return LEFT + (frame - from) / (to - from) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - scale.place().of(value) * (BOTTOM - TOP);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
