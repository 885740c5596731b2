// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import static com.platewright.qc.Wording.number;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.qc.Answer.Fault;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FrameSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether the frames are pictures at all: with highlights, not blank, not the same again. */
final class PictureChecks {
    /** Scene-linear. Eleven stops under middle grey: no exposure shows anything there. */
    private static final double BLACK = 1e-4;

    /** Of the peak; about what a half can tell apart, so that rounding does not hide a blank frame. */
    private static final double SAME = 1e-3;

    private PictureChecks() {}

    /** The samples of a movie are code values, which say nothing of headroom: its plates do. */
    static Answer headroom(Evidence evidence) {
        if (!evidence.expected().hdr()) {
            return Answer.notRun("HDR was not asked for");
        }
        Optional<FrameSet> movie =
                evidence.source().filter(s -> s.display().filter(d -> !d.hdr()).isPresent());
        if (movie.isPresent()) {
            return white(movie.get());
        }
        Optional<FrameSet> set = evidence.sets().stream()
                .filter(FrameSet::isOfFiles)
                .filter(s -> !s.measures().isEmpty())
                .findFirst();
        return set.map(PictureChecks::headroom).orElseGet(() -> Answer.notRun("no scene-linear pixels were measured"));
    }

    /** What a coder overshoots above the white of an SDR movie is no highlight. */
    private static Answer white(FrameSet movie) {
        String space = movie.display().orElseThrow().space();
        Fault fault = new Fault(
                movie.name(),
                "a movie in PQ or HLG",
                space,
                "The clip was ordered in HDR, but came as a movie (" + movie.name() + ") that says it is SDR (" + space
                        + "): there is nothing above white. Look at it before it is used, or order it with EXR frames"
                        + " (exr: true).");
        return Answer.ran(1, "movies", List.of(fault));
    }

    private static Answer headroom(FrameSet set) {
        List<FrameMeasure> measures = set.measures();
        FrameMeasure brightest = measures.stream()
                .max(Comparator.comparingDouble(PictureChecks::peak)
                        .thenComparing(FrameMeasure::frame, Comparator.reverseOrder()))
                .orElseThrow();
        boolean bright = measures.stream().flatMap(m -> m.channels().stream()).anyMatch(c -> c.aboveOne() > 0);
        if (bright) {
            return new Answer.Ran(measures.size(), set.frames().size(), "frames", List.of());
        }
        String where = FrameRuns.named(
                set.noun(), measures.stream().map(FrameMeasure::frame).toList());
        String highest = number(peak(brightest)) + " (frame " + brightest.frame() + ")";
        Fault fault = new Fault(
                where,
                "samples above 1.0",
                "highest sample " + highest,
                "The clip was ordered in HDR, but no sample in " + where + " is above 1.0; the highest is " + highest
                        + ". Highlights will not hold a grade: compare it with the order before it is used, or generate a"
                        + " new take.");
        return new Answer.Ran(measures.size(), set.frames().size(), "frames", List.of(fault));
    }

    static Answer black(Evidence evidence) {
        return Hits.answer(
                evidence,
                set -> set.measures().stream().filter(PictureChecks::isBlank).toList(),
                hits -> {
                    FrameMeasure first = hits.bad().get(0);
                    String means = Wording.channels(first, c -> number(c.mean()));
                    return new Fault(
                            hits.where(),
                            "a picture",
                            hits.share() + " blank, frame " + first.frame() + " at " + means,
                            "There is no picture in " + hits.where() + ": black, or one colour all over (frame "
                                    + first.frame() + ": mean " + means
                                    + "). Generate a new take; where a fade is meant, set this check to warn.");
                });
    }

    static Answer repeated(Evidence evidence) {
        return Hits.answer(
                evidence,
                PictureChecks::repeats,
                hits -> new Fault(
                        hits.where(),
                        "a new picture in every frame",
                        hits.share() + " repeat the one before",
                        "The pixels of " + hits.where()
                                + " are exactly those of the frame before: the motion stops there. Look"
                                + " at it; a still subject does not repeat to the last bit in a generated clip."));
    }

    /** Frames whose number follows that of a frame with equal pixels. */
    private static List<FrameMeasure> repeats(FrameSet set) {
        List<FrameMeasure> all = set.measures();
        List<FrameMeasure> repeats = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            FrameMeasure before = all.get(i - 1);
            FrameMeasure frame = all.get(i);
            if (frame.pixels() == before.pixels() && frame.frame() == before.frame() + 1) {
                repeats.add(frame);
            }
        }
        return repeats;
    }

    /** A channel without one finite sample says nothing: {@code pixels.nan} and {@code pixels.infinite} tell of it. */
    private static boolean isBlank(FrameMeasure measure) {
        List<ChannelMeasure> channels = measure.channels();
        boolean finite = channels.stream().allMatch(c -> c.samples() > c.nan() + c.infinite());
        boolean black = channels.stream().allMatch(c -> Math.abs(c.mean()) < BLACK);
        boolean even =
                channels.stream().allMatch(c -> c.peak() - c.lowest() < Math.max(BLACK, SAME * Math.abs(c.peak())));
        return finite && (black || even);
    }

    private static double peak(FrameMeasure measure) {
        return measure.channels().stream()
                .mapToDouble(ChannelMeasure::peak)
                .max()
                .orElse(0);
    }
}
