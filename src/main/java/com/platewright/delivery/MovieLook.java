// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.media.ColourTags;
import com.platewright.media.MediaException;
import com.platewright.media.MovieOutline;
import com.platewright.media.pixel.PlaneUnpacker;
import com.platewright.media.pixel.YuvMatrix;
import com.platewright.show.ShowConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the pictures of a movie that came alone are to be read: what its tags, and where they are silent the show, say.
 *
 * @param tags that are believed
 * @param space of its R'G'B', by its name in the OCIO config
 * @param view through which movies and sheets are made from it
 * @param coding of its samples
 * @param notes a sentence for everything that whoever uses the plates should know
 */
record MovieLook(ColourTags tags, String space, String view, PlaneUnpacker.Coding coding, List<String> notes) {
    private static final String FULL = "pc";
    private static final PlaneUnpacker.Siting LEFT = new PlaneUnpacker.Siting(0, 0.5);

    MovieLook {
        notes = List.copyOf(notes);
    }

    /** @throws MediaException where it says something that frames cannot be made by; with the key of the show that helps */
    static MovieLook of(Path movie, MovieOutline outline, ShowConfig show) throws MediaException {
        ShowConfig.Colour colour = show.colour();
        ColourTags said = outline.tags();
        ColourTags tags = said.or(untagged(outline, colour));
        String name = String.valueOf(movie.getFileName());
        try {
            String space = DisplaySpace.of(colour, tags);
            PlaneUnpacker.Coding coding = new PlaneUnpacker.Coding(
                    matrix(outline, tags), tags.range().equals(FULL), siting(outline.chroma()));
            return new MovieLook(
                    tags,
                    space,
                    DisplaySpace.view(colour, tags),
                    coding,
                    notes(name, outline, said, tags, space, show));
        } catch (MediaException e) {
            throw new MediaException(movie + ": " + e.getMessage(), e);
        }
    }

    /** R'G'B' uses all codes where nothing is said, whatever is taken for Y'CbCr. */
    private static ColourTags untagged(MovieOutline outline, ShowConfig.Colour colour) {
        ColourTags tags = colour.movie().untagged().colourTags();
        return outline.format().rgb() ? new ColourTags(tags.primaries(), tags.transfer(), "gbr", FULL) : tags;
    }

    private static YuvMatrix matrix(MovieOutline outline, ColourTags tags) throws MediaException {
        if (outline.format().rgb()) {
            return YuvMatrix.BT709; // not used
        }
        return switch (tags.matrix()) {
            case "bt709" -> YuvMatrix.BT709;
            case "bt2020nc" -> YuvMatrix.BT2020NC;
            case "smpte170m", "bt470bg" -> YuvMatrix.BT601;
            default ->
                throw new MediaException("its pictures are coded with the matrix " + tags.matrix()
                        + ", and movies are read with bt709, bt2020nc, smpte170m or bt470bg; transcode it");
        };
    }

    private static PlaneUnpacker.Siting siting(String chroma) throws MediaException {
        return switch (chroma) {
            case "unspecified", "left" -> LEFT;
            case "center" -> new PlaneUnpacker.Siting(0.5, 0.5);
            case "topleft" -> new PlaneUnpacker.Siting(0, 0);
            case "top" -> new PlaneUnpacker.Siting(0.5, 0);
            case "bottomleft" -> new PlaneUnpacker.Siting(0, 1);
            case "bottom" -> new PlaneUnpacker.Siting(0.5, 1);
            default -> throw new MediaException("its chroma samples lie " + chroma + ", which is no place known here");
        };
    }

    private static List<String> notes(
            String name, MovieOutline outline, ColourTags said, ColourTags tags, String space, ShowConfig show) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Display-referred source: the clip came as a movie (" + name + ", "
                        + outline.format().name() + ", "
                        + tags + "), read as " + space + "; "
                        + (DisplaySpace.isHdr(tags)
                                ? "highlights reach as far as the movie holds them, none are invented."
                                : "its white is 1.0, only what its coder overshot lies above, and no highlights are invented."));
        silent(said, tags).ifPresent(notes::add);
        if (!outline.rate().equals(show.timing().frameRate())) {
            notes.add("The movie plays " + outline.rate() + " frames a second; its frames are delivered one for one at "
                    + show.timing().frameRate() + ".");
        }
        if (outline.format().alpha()) {
            notes.add("The movie's alpha is left out.");
        }
        if (outline.sound()) {
            notes.add("The movie's own sound is not carried over; name a file under audio to attach it.");
        }
        return notes;
    }

    private static Optional<String> silent(ColourTags said, ColourTags taken) {
        List<String> missing = new ArrayList<>();
        missing("primaries", said.primaries(), taken.primaries(), missing);
        missing("transfer", said.transfer(), taken.transfer(), missing);
        missing("matrix", said.matrix(), taken.matrix(), missing);
        missing("range", said.range(), taken.range(), missing);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The movie does not say all of its colours; taken for it (colour.movie.untagged): "
                        + String.join(", ", missing) + ".");
    }

    private static void missing(String what, String said, String taken, List<String> missing) {
        if (said.equals(ColourTags.SILENT)) {
            missing.add(what + " " + taken);
        }
    }
}
