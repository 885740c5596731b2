// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.plan.ShotPlan;
import com.platewright.shot.Resolution;
import com.platewright.shot.Version;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import com.platewright.show.TextTemplate;
import com.platewright.show.Token;
import com.platewright.show.TokenValues;
import java.util.EnumMap;
import java.util.Map;

/** Fills the show's templates for one version. Paths are relative to the version's folder. */
public final class PieceNames {
    private final ShowConfig.Numbering numbering;
    private final TokenValues values;

    PieceNames(ShotPlan plan, Version version, Resolution size) {
        this(
                plan.show().numbering(),
                TokenValues.of(plan.shot(), plan.show().paths().task())
                        .version(version, plan.show().numbering())
                        .size(size));
    }

    private PieceNames(ShowConfig.Numbering numbering, TokenValues values) {
        this.numbering = numbering;
        this.values = values;
    }

    /** Names for a version whose size nobody knows yet: WIDTH and HEIGHT stand for it. */
    public static PieceNames planned(ShotPlan plan, Version version) {
        ShowConfig.Numbering numbering = plan.show().numbering();
        TokenValues known =
                TokenValues.of(plan.shot(), plan.show().paths().task()).version(version, numbering);
        Map<Token, String> values = new EnumMap<>(known.values());
        values.put(Token.WIDTH, "WIDTH");
        values.put(Token.HEIGHT, "HEIGHT");
        return new PieceNames(numbering, new TokenValues(values));
    }

    /** The path of a deliverable that is one file. */
    public String file(String name, Deliverable deliverable) {
        return deliverable.path().fill(values.deliverable(name));
    }

    /** The path of a track's WAV file; with more tracks than one, its name says which. */
    public static String track(String path, String track, int tracks) {
        return tracks == 1 ? path : path.replaceFirst("\\.wav$", "_" + track + ".wav");
    }

    /** The path of one frame of a sequence. */
    String frame(String name, Deliverable deliverable, int number) {
        return deliverable.path().fill(values.deliverable(name).frame(number, numbering));
    }

    /** The path of any frame, with {@code %04d} for its number. */
    public String pattern(String name, Deliverable deliverable) {
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
