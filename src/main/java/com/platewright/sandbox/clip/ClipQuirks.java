// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.clip;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a clip differs from a sound one. Chosen when its task is accepted and kept with it, so that a clip that is rendered
 * again differs in the same way.
 *
 * @param frames of the EXR sequence, instead of the movie's number
 * @param movieFrames of the movie, instead of 24 times its seconds plus one
 * @param width of the pictures, instead of the ordered one
 * @param height of the pictures, instead of the ordered one
 */
public record ClipQuirks(
        OptionalInt frames,
        OptionalInt movieFrames,
        OptionalInt width,
        OptionalInt height,
        Optional<ExrQuirks> exr,
        Optional<ZipQuirks> zip) {

    public static final ClipQuirks NONE = new ClipQuirks(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * What only a renderer can get wrong. Frames are counted from 0.
     *
     * @param compression OpenEXR's name in lower case; {@code dwab} by default, {@code zip} where there is a NaN
     * @param chromaticities {@code false}: the header does not name the primaries
     */
    public record ExrQuirks(
            Optional<String> compression, Optional<Boolean> chromaticities, OptionalInt nan, OptionalInt black) {}

    /**
     * What the archive is like. Frames are counted from 0, whatever their names say.
     *
     * @param names how the entries are called
     * @param junk {@code __MACOSX} and {@code .DS_Store} lie about
     * @param deflated the entries are compressed
     * @param damage what is wrong with single frames
     * @param outside an entry leads out of the folder by {@code ../}
     * @param bombMb an entry of so many megabytes of zeros, compressed to next to nothing
     */
    public record ZipQuirks(
            Optional<Names> names,
            boolean junk,
            boolean deflated,
            Optional<Damage> damage,
            boolean outside,
            OptionalInt bombMb) {

        public static final ZipQuirks NONE =
                new ZipQuirks(Optional.empty(), false, false, Optional.empty(), false, OptionalInt.empty());
    }

    /**
     * How the entries are called.
     *
     * @param folder a folder inside the archive, empty for none
     * @param prefix what stands before the number; {@code frame_} by default
     * @param first the first frame's number; 0 by default
     * @param padding digits; 4 by default
     */
    public record Names(Optional<String> folder, Optional<String> prefix, OptionalInt first, OptionalInt padding) {
        public static final Names PLAIN =
                new Names(Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

        String of(int index) {
            String number = Integer.toString(index + first.orElse(0));
            String zeros = "0".repeat(Math.max(0, padding.orElse(4) - number.length()));
            return path(prefix.orElse("frame_") + zeros + number + ".exr");
        }

        String path(String name) {
            return folder.filter(f -> !f.isEmpty()).map(f -> f + "/" + name).orElse(name);
        }
    }

    /**
     * What is wrong with single frames; each of these names one.
     *
     * @param missing is not in the archive
     * @param truncated ends in the middle; the archive's CRC is right
     * @param flipped has one bit turned over in the middle of its pixels; the archive's CRC is that of the sound frame
     * @param flippedUnseen the same, with a CRC that is right for the damaged bytes
     */
    public record Damage(OptionalInt missing, OptionalInt truncated, OptionalInt flipped, OptionalInt flippedUnseen) {
        public static final Damage NONE =
                new Damage(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
}
