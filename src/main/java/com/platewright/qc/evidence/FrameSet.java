// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.evidence;

import com.platewright.frame.FrameMeasure;
import com.platewright.media.ExrHeader;
import com.platewright.shot.FrameRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A sequence of EXR files, by frame number, or the pictures of a movie in their order. A number that stands twice is a
 * duplicate, one that is left out a gap.
 *
 * @param noun what one of them is called in a sentence: {@code source frame} or {@code plate}
 * @param name such as {@code exr/sh0010_genplate_v001.%04d.exr}
 * @param colour the space that the frames are said to be in
 * @param display what the samples of a movie are; empty for files
 */
public record FrameSet(
        String noun, String name, Optional<DeclaredColour> colour, List<Frame> frames, Optional<Display> display) {
    public FrameSet {
        frames = frames.stream()
                .sorted(Comparator.comparingInt(Frame::number).thenComparing(Frame::file))
                .toList();
    }

    /** A sequence of files. */
    public FrameSet(String noun, String name, Optional<DeclaredColour> colour, List<Frame> frames) {
        this(noun, name, colour, frames, Optional.empty());
    }

    /**
     * What the samples of a movie are: code values of a display, 1.0 its white.
     *
     * @param space by its name in the OCIO config
     * @param hdr whether it can hold more than the white of an SDR display
     * @param notes sentences for whoever uses what is made of them
     */
    public record Display(String space, boolean hdr, List<String> notes) {
        public Display {
            notes = List.copyOf(notes);
        }
    }

    /** The frames of a clip that came as a movie alone, counted from 0. */
    public static FrameSet movie(String name, Display display, List<Frame> frames) {
        return new FrameSet("movie frame", name, Optional.empty(), frames, Optional.of(display));
    }

    /** Whether the frames are files, with headers and numbers of their own, and not pictures of a movie. */
    public boolean isOfFiles() {
        return display.isEmpty();
    }

    /** The frames of the clip as they came. */
    public static FrameSet source(String name, Optional<DeclaredColour> colour, List<Frame> frames) {
        return new FrameSet("source frame", name, colour, frames);
    }

    /** The frames that were written for the shot. */
    public static FrameSet plates(String name, Optional<DeclaredColour> colour, List<Frame> frames) {
        return new FrameSet("plate", name, colour, frames);
    }

    /** From the lowest number to the highest; empty for a set without frames. */
    public Optional<FrameRange> span() {
        return frames.isEmpty()
                ? Optional.empty()
                : Optional.of(new FrameRange(
                        frames.get(0).number(), frames.get(frames.size() - 1).number()));
    }

    public List<FrameMeasure> measures() {
        return frames.stream().flatMap(f -> f.measure().stream()).toList();
    }

    /**
     * One file of the sequence. A frame that could not be read has no header or no measure.
     *
     * @param file as a person finds it: the entry of an archive, or a path relative to the version's folder
     * @param readBack for a frame that we wrote
     */
    public record Frame(
            int number,
            String file,
            Optional<ExrHeader> header,
            Optional<FrameMeasure> measure,
            Optional<ReadBack> readBack) {
        public Frame {
            int own = number;
            measure.ifPresent(m -> {
                if (m.frame() != own) {
                    throw new IllegalArgumentException("frame " + own + " cannot carry the measure of " + m.frame());
                }
            });
        }
    }

    /**
     * Digests of a frame's samples, made in the same way of what was handed to the writer and of what the file holds.
     *
     * @param read empty where the file was not read again
     */
    public record ReadBack(long written, Optional<Long> read) {}
}
