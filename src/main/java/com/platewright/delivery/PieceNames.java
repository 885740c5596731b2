// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.plan.ShotPlan;
import com.platewright.shot.Resolution;
import com.platewright.shot.Version;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import com.platewright.show.TextTemplate;
import com.platewright.show.TokenValues;

/** Fills the show's templates for one version. Paths are relative to the version's folder. */
final class PieceNames {
    private final ShowConfig.Numbering numbering;
    private final TokenValues values;

    PieceNames(ShotPlan plan, Version version, Resolution size) {
        this.numbering = plan.show().numbering();
        this.values = TokenValues.of(plan.shot(), plan.show().paths().task())
                .version(version, numbering)
                .size(size);
    }

    /** The path of a deliverable that is one file. */
    String file(String name, Deliverable deliverable) {
        return deliverable.path().fill(values.deliverable(name));
    }

    /** The path of one frame of a sequence. */
    String frame(String name, Deliverable deliverable, int number) {
        return deliverable.path().fill(values.deliverable(name).frame(number, numbering));
    }

    /** The path of any frame, with {@code %04d} for its number. */
    String pattern(String name, Deliverable deliverable) {
        return deliverable.path().fill(values.deliverable(name).anyFrame(numbering));
    }

    /** A text over a picture. */
    String text(String name, TextTemplate template, int number) {
        return template.fill(values.deliverable(name).frame(number, numbering));
    }

    String frameNumber(int number) {
        return new TextTemplate("{frame}").fill(values.frame(number, numbering));
    }

    /** Shot and version, as a title. */
    String title() {
        return new TextTemplate("{shot} {task} {version}").fill(values);
    }
}
