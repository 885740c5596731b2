// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.platewright.media.ExrCompression;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Something that a show wants made. Paths are relative to the version's folder. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Deliverable.ExrSequence.class, name = "exr_sequence"),
    @JsonSubTypes.Type(value = Deliverable.Movie.class, name = "movie"),
    @JsonSubTypes.Type(value = Deliverable.ContactSheet.class, name = "contact_sheet"),
    @JsonSubTypes.Type(value = Deliverable.SoundFile.class, name = "sound")
})
public sealed interface Deliverable {
    PathTemplate path();

    /**
     * One OpenEXR file for each frame, half float, in the show's plate space.
     *
     * @param path ends in {@code .exr} and holds the frame number in its last part
     * @param dwaLevel the quantisation of DWAA and DWAB, above 0, 45 being usual; nothing to the other compressions
     */
    record ExrSequence(PathTemplate path, ExrCompression compression, double dwaLevel) implements Deliverable {}

    /**
     * A movie in the show's display and view.
     *
     * @param path ends in {@code .mov} or {@code .mp4}
     * @param encoder FFmpeg's name, such as {@code prores_ks}
     * @param pixelFormat FFmpeg's name, such as {@code yuv444p10le}
     * @param options the encoder's own, by FFmpeg's names
     * @param sound empty for a silent movie
     * @param burnIn the text over the picture, by corner
     */
    record Movie(
            PathTemplate path,
            String encoder,
            String pixelFormat,
            Map<String, String> options,
            Optional<MovieSound> sound,
            Optional<BurnIn> burnIn)
            implements Deliverable {
        public Movie {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }
    }

    /**
     * How sound is coded in a movie.
     *
     * @param codec FFmpeg's name, such as {@code pcm_s24le}
     * @param bitRate bits per second, for AAC; empty for the encoder's choice
     */
    record MovieSound(String codec, OptionalInt bitRate) {}

    /** Text over the picture. */
    record BurnIn(
            Optional<TextTemplate> topLeft,
            Optional<TextTemplate> topCentre,
            Optional<TextTemplate> topRight,
            Optional<TextTemplate> bottomLeft,
            Optional<TextTemplate> bottomCentre,
            Optional<TextTemplate> bottomRight) {
        /** Where a text stands. */
        public enum Spot {
            TOP_LEFT,
            TOP_CENTRE,
            TOP_RIGHT,
            BOTTOM_LEFT,
            BOTTOM_CENTRE,
            BOTTOM_RIGHT
        }

        /** The texts that there are, from the top left to the bottom right. */
        public Map<Spot, TextTemplate> texts() {
            Map<Spot, TextTemplate> texts = new EnumMap<>(Spot.class);
            topLeft.ifPresent(text -> texts.put(Spot.TOP_LEFT, text));
            topCentre.ifPresent(text -> texts.put(Spot.TOP_CENTRE, text));
            topRight.ifPresent(text -> texts.put(Spot.TOP_RIGHT, text));
            bottomLeft.ifPresent(text -> texts.put(Spot.BOTTOM_LEFT, text));
            bottomCentre.ifPresent(text -> texts.put(Spot.BOTTOM_CENTRE, text));
            bottomRight.ifPresent(text -> texts.put(Spot.BOTTOM_RIGHT, text));
            return texts;
        }
    }

    /**
     * One picture of frames spread evenly over the clip.
     *
     * @param path ends in {@code .jpg} or {@code .png}
     * @param tileWidth of one frame on the sheet, in pixels
     */
    record ContactSheet(PathTemplate path, int columns, int rows, int tileWidth) implements Deliverable {}

    /**
     * The conformed sound as a WAV file, 24 bit.
     *
     * @param path ends in {@code .wav}
     */
    record SoundFile(PathTemplate path) implements Deliverable {}
}
