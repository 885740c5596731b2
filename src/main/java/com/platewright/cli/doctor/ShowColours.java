// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.doctor;

import com.platewright.media.MediaException;
import com.platewright.media.colour.ColourConfig;
import com.platewright.media.colour.ColourTransform;
import com.platewright.show.LoadedShow;
import com.platewright.show.ShowConfig;
import com.platewright.yaml.Problem;
import java.util.ArrayList;
import java.util.List;

/** Whether a show's colour config opens and knows every name that the show uses. */
public final class ShowColours {
    /** Where an import is not said to be in another space. */
    private static final String DEFAULT_SOURCE = "ACES2065-1";

    private ShowColours() {}

    private interface Attempt {
        ColourTransform make() throws MediaException;
    }

    /** Every name that is not known, at the line of its key. */
    public static List<Problem> problems(LoadedShow show) {
        ShowConfig.Colour colour = show.config().colour();
        String source = colour.source().orElse(DEFAULT_SOURCE);
        List<Problem> problems = new ArrayList<>();
        try (ColourConfig config = ColourConfig.open(colour.config())) {
            String from = config.hasSpace(source) ? source : colour.plate();
            attempt(show, "colour.source", () -> config.convert(source, source), problems);
            attempt(show, "colour.plate", () -> config.convert(colour.plate(), colour.plate()), problems);
            colour.movie()
                    .space()
                    .ifPresent(s -> attempt(show, "colour.movie.space", () -> config.convert(s, s), problems));
            String delivered = show.config().provider().delivers().colourSpace();
            attempt(show, "provider.delivers.colour_space", () -> config.convert(delivered, delivered), problems);
            if (config.hasSpace(from)) {
                String key = config.displays().contains(colour.display()) ? "colour.view" : "colour.display";
                attempt(show, key, () -> config.view(from, colour.display(), colour.view()), problems);
            }
        } catch (MediaException e) {
            problems.add(new Problem(show.where("colour.config"), "colour.config: " + e.getMessage()));
        }
        return problems;
    }

    private static void attempt(LoadedShow show, String key, Attempt attempt, List<Problem> problems) {
        try {
            attempt.make().close();
        } catch (MediaException e) {
            problems.add(new Problem(show.where(key), key + ": " + e.getMessage()));
        }
    }
}
