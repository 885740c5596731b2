// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.shot.Severity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every check, in the order in which reports list them: the only such list. A show's {@code checks}, the schema's property
 * names and the table in the README are compared with it.
 */
public enum Check {
    COUNT_EXPECTED(
            "count.expected",
            Severity.ERROR,
            "The number of frames is one that the provider delivers.",
            "the model's rates and durations"),
    COUNT_MOVIE(
            "count.movie",
            Severity.ERROR,
            "Frames, plates, movies and sound are equally long, counted by decoding them.",
            "the plan"),
    CLIP_SIZE(
            "clip.size",
            Severity.WARN,
            "The movie that came with the frames is as large as they are.",
            "the frames' headers"),
    SEQUENCE_GAPS(
            "sequence.gaps",
            Severity.ERROR,
            "Frame numbers run from first to last, each once; plates start where the show starts.",
            "the plan"),
    HEADER_UNIFORM(
            "header.uniform",
            Severity.ERROR,
            "Windows, channels, their type and the pixel aspect are the same in every frame.",
            "OpenEXR headers compared with each other"),
    HEADER_COLOUR(
            "header.colour",
            Severity.WARN,
            "Chromaticities, where a frame states them, are those of the declared colour space.",
            "SMPTE ST 2065-1, Academy S-2014-004; tolerance 0.001 (Color Interop Forum)"),
    PIXELS_NAN("pixels.nan", Severity.ERROR, "No sample is not-a-number.", "IEEE 754"),
    PIXELS_INFINITE("pixels.infinite", Severity.ERROR, "No sample is infinite.", "IEEE 754"),
    PIXELS_CEILING(
            "pixels.ceiling",
            Severity.ERROR,
            "No sample stands at 65504, the largest half, where highlights are cut off.",
            "IEEE 754 binary16"),
    PIXELS_NEGATIVE(
            "pixels.negative",
            Severity.WARN,
            "Few samples are negative, and none far below zero.",
            "limits.negative_share, limits.negative_lowest"),
    PIXELS_HEADROOM(
            "pixels.headroom",
            Severity.WARN,
            "A clip ordered in HDR holds samples above 1.0.",
            "scene-linear: 1.0 is a perfect white diffuser (SMPTE ST 2065-1)"),
    PIXELS_BLACK(
            "pixels.black",
            Severity.ERROR,
            "No frame is black or one colour all over.",
            "mean under 0.0001, or spread under 0.0001 or 0.1 % of the peak, in every channel"),
    FRAMES_REPEATED(
            "frames.repeated",
            Severity.WARN,
            "No frame holds the same pixels as the one before it.",
            "digests of the decoded samples"),
    FILE_DECODES(
            "file.decodes",
            Severity.ERROR,
            "Every file decodes from its first to its last sample.",
            "a full decode; headers alone prove nothing"),
    PLATE_HEADER(
            "plate.header",
            Severity.ERROR,
            "The headers of the plates read back as asked: size, channels, compression, colour, rate, time code.",
            "OpenEXR standard attributes, SMPTE ST 12-1"),
    PLATE_PIXELS(
            "plate.pixels",
            Severity.ERROR,
            "The plates read back as the pixels that were handed to the writer.",
            "digests of the samples"),
    MOVIE_FORMAT(
            "movie.format",
            Severity.ERROR,
            "Codec, size, rate and pixel format of each movie are as asked.",
            "the show's deliverables"),
    MOVIE_TAGS(
            "movie.tags",
            Severity.ERROR,
            "Colour tags are as asked, in the container and in the stream.",
            "ITU-T H.273, ISO/IEC 14496-12 colr, SMPTE RDD 36"),
    MOVIE_TIMECODE(
            "movie.timecode",
            Severity.ERROR,
            "Each movie starts at the time code that was asked for.",
            "SMPTE ST 12-1"),
    MOVIE_RANGE(
            "movie.range",
            Severity.WARN,
            "Code values stay inside the legal range.",
            "ITU-R BT.709 and BT.2100; limits.outside_share after EBU R 103"),
    SOUND_LENGTH(
            "sound.length",
            Severity.ERROR,
            "Sound fits the picture to the sample, or could be made to by the show's rule.",
            "frames x sample rate / frame rate"),
    SOUND_FORMAT(
            "sound.format",
            Severity.ERROR,
            "Codec, sample rate, bits, channels and language of each sound track are as asked.",
            "the show's audio and deliverables");

    private final String id;
    private final Severity byDefault;
    private final String meaning;
    private final String basis;

    Check(String id, Severity byDefault, String meaning, String basis) {
        this.id = id;
        this.byDefault = byDefault;
        this.meaning = meaning;
        this.basis = basis;
    }

    /** The key in a show's {@code checks}. */
    public String id() {
        return id;
    }

    public Severity byDefault() {
        return byDefault;
    }

    /** One sentence that is true where the check passes. */
    public String meaning() {
        return meaning;
    }

    /** The standard, or whatever else the expectation rests on. */
    public String basis() {
        return basis;
    }

    public static Optional<Check> of(String id) {
        return Arrays.stream(values()).filter(c -> c.id.equals(id)).findFirst();
    }

    /**
     * A show's severities by check.
     *
     * @throws IllegalArgumentException if an id is no check's
     */
    public static Map<Check, Severity> severities(Map<String, Severity> byId) {
        Map<Check, Severity> severities = new EnumMap<>(Check.class);
        byId.forEach((id, severity) -> severities.put(
                of(id).orElseThrow(() -> new IllegalArgumentException("there is no check " + id)), severity));
        return severities;
    }
}
