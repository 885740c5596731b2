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
final class Colours implements AutoCloseable {
    private final ShowConfig.Colour wanted;
    private final ColourConfig config;
    private final String source;
    private final String display;
    private final ColourTransform plate;
    private final Optional<Chromaticities> chromaticities;
    private Optional<ColourTransform> view = Optional.empty();

    private Colours(ShowConfig.Colour wanted, ColourConfig config, String source, String display)
            throws MediaException {
        this.wanted = wanted;
        this.config = config;
        this.source = source;
        this.display = display;
        this.plate = config.convert(source, wanted.plate());
        this.chromaticities = config.chromaticities(wanted.plate());
    }

    /** @param displayed how a movie is read that came alone */
    static Colours of(ShotPlan plan, Optional<Delivered.Displayed> displayed) throws MediaException {
        ShowConfig.Colour wanted = plan.show().colour();
        ColourConfig config = ColourConfig.open(wanted.config());
        boolean open = false;
        try {
            Colours colours = new Colours(
                    wanted,
                    config,
                    displayed.map(Delivered.Displayed::space).orElseGet(plan::sourceSpace),
                    displayed.map(Delivered.Displayed::view).orElseGet(wanted::view));
            open = true;
            return colours;
        } finally {
            if (!open) {
                config.close();
            }
        }
    }

    ColourTransform plate() {
        return plate;
    }

    /** The same for everybody who asks. To open it takes a tenth of a second, so it is opened for the first. */
    ColourTransform view() throws MediaException {
        if (view.isEmpty()) {
            view = Optional.of(config.view(source, wanted.display(), display, wanted.viewPrecision()));
        }
        return view.get();
    }

    Optional<Chromaticities> chromaticities() {
        return chromaticities;
    }

    @Override
    public void close() {
        plate.close();
        view.ifPresent(ColourTransform::close);
        config.close();
    }
}
