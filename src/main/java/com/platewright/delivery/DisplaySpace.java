// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.media.ColourTags;
import com.platewright.media.MediaException;
import com.platewright.media.colour.ColourConfig;
import com.platewright.show.ShowConfig;
import java.util.Optional;
import java.util.Set;

/** The colour space of a movie's R'G'B', by its tags and the names that OCIO's ACES configs give to displays. */
public final class DisplaySpace {
    private static final String REC709 = "bt709";
    private static final String REC2020 = "bt2020";

    /** One curve in three standards; a display shows it by BT.1886. */
    private static final Set<String> CAMERA_CURVES = Set.of(REC709, "smpte170m", "bt2020-10", "bt2020-12");

    private DisplaySpace() {}

    /**
     * The space as the show says, or else by the tags.
     *
     * @throws MediaException the tags name no display that is known here, or the config has none of that name
     */
    public static String of(ShowConfig.Colour colour, ColourTags tags) throws MediaException {
        if (colour.movie().space().isPresent()) {
            return colour.movie().space().get();
        }
        String space = byTags(tags)
                .orElseThrow(() -> new MediaException("its colours are tagged " + tags.primaries() + " with "
                        + tags.transfer() + ", for which no display is known here; say in the show's colour.movie.space"
                        + " which colour space its R'G'B' is in"));
        try (ColourConfig config = ColourConfig.open(colour.config())) {
            if (!config.hasSpace(space)) {
                throw new MediaException("its colours are tagged " + tags.primaries() + " with " + tags.transfer()
                        + ", which is \"" + space + "\" in OCIO's ACES configs, and the colour config "
                        + colour.config() + " has no such space; name in colour.movie.space the one that it has");
            }
        }
        return space;
    }

    /** The view for movies and sheets that are made of such a movie. */
    public static String view(ShowConfig.Colour colour, ColourTags tags) {
        return isHdr(tags)
                ? colour.movie().hdrView().orElse(colour.view())
                : colour.movie().view();
    }

    static boolean isHdr(ColourTags tags) {
        return tags.transfer().equals("smpte2084") || tags.transfer().equals("arib-std-b67");
    }

    private static Optional<String> byTags(ColourTags tags) {
        String curve = tags.transfer();
        if (tags.primaries().equals(REC709)) {
            return CAMERA_CURVES.contains(curve)
                    ? Optional.of("Rec.1886 Rec.709 - Display")
                    : curve.equals("iec61966-2-1") ? Optional.of("sRGB - Display") : Optional.empty();
        }
        if (!tags.primaries().equals(REC2020)) {
            return Optional.empty();
        }
        if (CAMERA_CURVES.contains(curve)) {
            return Optional.of("Rec.1886 Rec.2020 - Display");
        }
        return switch (curve) {
            case "smpte2084" -> Optional.of("Rec.2100-PQ - Display");
            case "arib-std-b67" -> Optional.of("Rec.2100-HLG - Display");
            default -> Optional.empty();
        };
    }
}
