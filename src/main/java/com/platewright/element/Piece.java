// SPDX-License-Identifier: Apache-2.0
package com.platewright.element;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One deliverable of a version as it was made.
 *
 * @param name in the show
 * @param kind {@code exr_sequence}, {@code movie}, {@code contact_sheet} or {@code sound}
 * @param path relative to the version's folder; of a sequence with {@code %04d} for the number
 * @param first number of the first frame of a sequence
 * @param last number of the last frame of a sequence
 * @param frames of pictures that move
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Piece(
        String name,
        String kind,
        String path,
        OptionalInt first,
        OptionalInt last,
        OptionalInt frames,
        OptionalInt width,
        OptionalInt height,
        Optional<String> colourSpace) {

    /** A sequence of frames. */
    public static Piece sequence(String name, String path, FrameRange range, Resolution size, String space) {
        return new Piece(
                name,
                "exr_sequence",
                path,
                OptionalInt.of(range.first()),
                OptionalInt.of(range.last()),
                OptionalInt.of(range.count()),
                OptionalInt.of(size.width()),
                OptionalInt.of(size.height()),
                Optional.of(space));
    }

    /** A movie in a display's colours. */
    public static Piece movie(String name, String path, int frames, Resolution size, String space) {
        return new Piece(
                name,
                "movie",
                path,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(frames),
                OptionalInt.of(size.width()),
                OptionalInt.of(size.height()),
                Optional.of(space));
    }

    /** A file that is what its kind says. */
    public static Piece file(String name, String kind, String path) {
        return new Piece(
                name,
                kind,
                path,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }
}
