// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.media.Chromaticities;
import com.platewright.media.MediaException;
import com.platewright.media.colour.ColourConfig;
import com.platewright.media.colour.ColourTransform;
import com.platewright.plan.ShotPlan;
import com.platewright.show.ShowConfig;
import java.util.Optional;

/** The two ways that a source's colours go: to the plates and to the display. */
record Colours(ColourTransform plate, ColourTransform view, Optional<Chromaticities> chromaticities)
        implements AutoCloseable {

    /** @param displayed how a movie is read that came alone */
    static Colours of(ShotPlan plan, Optional<Delivered.Displayed> displayed) throws MediaException {
        ShowConfig.Colour wanted = plan.show().colour();
        try (ColourConfig config = ColourConfig.open(wanted.config())) {
            String source = displayed.map(Delivered.Displayed::space).orElseGet(plan::sourceSpace);
            String view = displayed.map(Delivered.Displayed::view).orElseGet(wanted::view);
            return new Colours(
                    config.convert(source, wanted.plate()),
                    config.view(source, wanted.display(), view, wanted.viewPrecision()),
                    config.chromaticities(wanted.plate()));
        }
    }

    @Override
    public void close() {
        plate.close();
        view.close();
    }
}
